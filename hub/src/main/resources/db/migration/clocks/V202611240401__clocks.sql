create schema clocks;
grant usage on schema clocks to ${app};

-- 节假日与调休: days that are otherwise than their weekday says. A year of which no day stands here counts as weekends only.
create table clocks.special_day (
    day        date primary key,
    kind       text not null check (kind in ('OFF', 'WORK', 'WEEK')),
    name       text not null,
    source     text not null,
    entered_by text not null,
    entered_at timestamptz not null
);
-- 国务院办公厅关于2026年部分节假日安排的通知, 2025-11-04.
insert into clocks.special_day
    select day::date, 'OFF', name, '国务院办公厅 2025-11-04', 'hub', now()
    from (values ('2026-01-01', '2026-01-03', '元旦'), ('2026-02-15', '2026-02-23', '春节'), ('2026-04-04', '2026-04-06', '清明节'),
                 ('2026-05-01', '2026-05-05', '劳动节'), ('2026-06-19', '2026-06-21', '端午节'), ('2026-09-25', '2026-09-27', '中秋节'),
                 ('2026-10-01', '2026-10-07', '国庆节')) as rest (first, last, name),
         generate_series(first::date, last::date, interval '1 day') as day;
insert into clocks.special_day
    select day::date, 'WORK', name, '国务院办公厅 2025-11-04', 'hub', now()
    from (values ('2026-01-04', '元旦调休'), ('2026-02-14', '春节调休'), ('2026-02-28', '春节调休'), ('2026-05-09', '劳动节调休'),
                 ('2026-09-20', '国庆节调休'), ('2026-10-10', '国庆节调休')) as made (day, name);
call platform.wall('clocks.special_day', $$platform.scope_kind() <> ''$$);

-- 工作时间 of a working day, in two halves.
create table clocks.shift (
    n          int primary key check (n in (1, 2)),
    from_time  time not null,
    until_time time not null,
    check (until_time > from_time)
);
insert into clocks.shift values (1, '08:30', '12:00'), (2, '13:00', '17:30');
call platform.wall('clocks.shift', $$platform.scope_kind() <> ''$$);

-- 时限规则: how many working hours a hop may take, when it is warned of before, and when it goes up the ladder after. A rule ends rather than changes.
create table clocks.rule (
    id            text primary key,
    hop           text not null check (hop in ('ANSWER', 'TEAM')),
    product_class text not null default '',
    grade         text not null check (grade in ('A', 'B', 'C')),
    hours         int not null check (hours between 1 and 400),
    warn_hours    int not null check (warn_hours between 0 and 40),
    manager_hours int not null check (manager_hours between 0 and 400),
    desk_hours    int not null check (desk_hours >= manager_hours and desk_hours <= 400),
    since         timestamptz not null,
    until         timestamptz,
    by_login      text not null
);
create unique index rule_today on clocks.rule (hop, product_class, grade) where until is null;
insert into clocks.rule values
    ('answer-a', 'ANSWER', '', 'A', 8, 2, 4, 8, now(), null, 'hub'),
    ('answer-b', 'ANSWER', '', 'B', 16, 4, 4, 8, now(), null, 'hub'),
    ('answer-c', 'ANSWER', '', 'C', 24, 4, 8, 16, now(), null, 'hub'),
    ('team-a', 'TEAM', '', 'A', 4, 1, 1, 2, now(), null, 'hub'),
    ('team-b', 'TEAM', '', 'B', 8, 2, 2, 4, now(), null, 'hub'),
    ('team-c', 'TEAM', '', 'C', 24, 4, 4, 8, now(), null, 'hub');
call platform.wall('clocks.rule', $$platform.scope_kind() <> ''$$);
