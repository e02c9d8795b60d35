-- 评级规则: what raises a need to which grade, version by version; a version never changes once it is made.
create table needs.grade_rules (
    version int primary key,
    by_whom text not null,
    why     text not null,
    since   timestamptz not null
);
create table needs.grade_rule (
    version int not null references needs.grade_rules,
    measure text not null check (measure in ('CLASSES', 'NO_PRODUCT_CODE', 'BUDGET', 'DAYS_LEFT', 'WORDS', 'FAULTS', 'FEW_ORDERS', 'NOVEL_CLASS')),
    value   text not null,
    grade   text not null check (grade in ('A', 'B')),
    applied boolean not null,
    primary key (version, measure)
);
insert into needs.grade_rules values (1, 'hub', '', now());
insert into needs.grade_rule values
    (1, 'CLASSES', '2', 'A', true),
    (1, 'NO_PRODUCT_CODE', '', 'B', true),
    (1, 'BUDGET', '1000000', 'B', true),
    (1, 'DAYS_LEFT', '7', 'B', true),
    (1, 'WORDS', '停机 停产 趴窝', 'A', true),
    (1, 'FAULTS', '10', 'B', true),
    (1, 'FEW_ORDERS', '1', 'B', false),
    (1, 'NOVEL_CLASS', '1', 'B', false);
call platform.wall('needs.grade_rules', $$platform.scope_kind() = 'REGION'$$);
call platform.wall('needs.grade_rule', $$platform.scope_kind() = 'REGION'$$);
revoke update on needs.grade_rules, needs.grade_rule from ${app};

-- What a need measured on the day it was raised: rules that are tried on past needs must see what a rule would have seen then.
create table needs.measured (
    need_id             text primary key references needs.need,
    classes             int not null,
    no_product_code     boolean not null,
    -- In yuan; absent where none was said or in another currency.
    budget              numeric(18, 4),
    -- From the visit to the day it is required by.
    days_left           int,
    -- Of the machine with most of them that the visit told of.
    faults              int not null,
    -- Everything the rules for words look into.
    words               text not null,
    -- Orders of the customer, and of the product class that was ordered least, up to then; absent for needs from before it was counted.
    orders_before       int,
    class_orders_before int
);
call platform.wall('needs.measured', 'exists (select 1 from needs.need d where d.id = need_id)');
revoke update on needs.measured from ${app};

insert into needs.measured (need_id, classes, no_product_code, budget, days_left, faults, words)
select d.id, count(distinct split_part(p.product_class, '.', 1)), d.functional is not null and bool_and(p.product_code is null),
       case when d.budget_currency = 'CNY' then d.budget end, d.required_by - (d.visited_at at time zone 'Asia/Shanghai')::date, 0,
       d.summary || ' ' || coalesce(d.functional, '')
from needs.need d left join needs.part p on p.need_id = d.id
group by d.id;
