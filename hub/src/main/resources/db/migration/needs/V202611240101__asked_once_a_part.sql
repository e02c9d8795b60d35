-- 问过谁: every factory a part was ever asked of; the key keeps a factory from being asked twice for one part.
create table needs.asking (
    part_id   text not null references needs.part,
    factory   text not null,
    demand_id text not null,
    need_id   text not null references needs.need,
    primary key (part_id, factory)
);
create index asking_demand on needs.asking (demand_id);
create index asking_need on needs.asking (need_id);
call platform.wall('needs.asking', $$factory = platform.scope_partner()
    or (platform.scope_kind() = 'REGION' and exists (select 1 from needs.need d where d.id = need_id))$$);
insert into needs.asking (part_id, factory, demand_id, need_id)
select id, factory, demand_id, need_id from needs.part where demand_id is not null and factory is not null;

-- 卡住: nobody is asked for the part and nobody quotes it; it is the service desk's until somebody is.
alter table needs.part
    add column blocked_at  timestamptz,
    add column blocked_why text check (blocked_why in ('NO_CLASS', 'NO_RULE', 'ALL_REFUSED')),
    add column out_reason  text,
    add column out_by      text,
    add constraint part_blocked_why check ((blocked_at is null) = (blocked_why is null));
create index part_blocked on needs.part (blocked_at, id) where blocked_at is not null;
update needs.part set blocked_at = now(), blocked_why = case when product_class is null then 'NO_CLASS' else 'NO_RULE' end
where demand_id is null and state in ('RAISED', 'GRADED');
update needs.part set blocked_at = now(), blocked_why = 'ALL_REFUSED' where state = 'REFUSED';

alter table needs.need add column closed_by text, add column closed_at timestamptz, add column closed_why text;
