-- 拜访周期: within how many days a customer is to be visited again; of the rules that fit a customer the shortest speaks.
-- A rule ends and another begins, so that yesterday's can be read tomorrow.
create table keeping.cadence_rule (
    id            text primary key,
    -- What is left open fits everybody.
    life_state    text check (life_state in ('PROSPECT', 'ACTUAL', 'LAPSED')),
    product_class text,
    grade         text check (grade in ('A', 'B', 'C')),
    days          int not null check (days between 1 and 730),
    since         timestamptz not null,
    by_login      text not null,
    until         timestamptz
);
create unique index cadence_today on keeping.cadence_rule (coalesce(life_state, ''), coalesce(product_class, ''), coalesce(grade, '')) where until is null;
insert into keeping.cadence_rule (id, life_state, product_class, grade, days, since, by_login) values
    ('00000000-0000-7000-8000-000000000301', 'ACTUAL', null, null, 60, now(), 'hub'),
    ('00000000-0000-7000-8000-000000000302', 'PROSPECT', null, null, 90, now(), 'hub'),
    ('00000000-0000-7000-8000-000000000303', 'LAPSED', null, null, 180, now(), 'hub'),
    ('00000000-0000-7000-8000-000000000304', null, null, 'B', 45, now(), 'hub'),
    ('00000000-0000-7000-8000-000000000305', null, null, 'A', 30, now(), 'hub');
call platform.wall('keeping.cadence_rule', $$platform.scope_kind() = 'REGION'$$);
