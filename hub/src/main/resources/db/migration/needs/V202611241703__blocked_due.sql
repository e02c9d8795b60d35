-- 卡住的时限: by when the desk finds somebody for a blocked part, or for a need that names no part and so is asked of nobody. What stood so
-- before has a day from now.
alter table needs.part add column blocked_due timestamptz;
alter table needs.need add column partless_due timestamptz;
update needs.part set blocked_due = now() + interval '1 day' where blocked_at is not null;
update needs.need n set partless_due = now() + interval '1 day'
where n.state = 'GRADED' and not exists (select 1 from needs.part p where p.need_id = n.id);
create index part_blocked_due on needs.part (blocked_due, id) where blocked_at is not null;
create index need_partless_due on needs.need (partless_due, id) where partless_due is not null and state = 'GRADED';
