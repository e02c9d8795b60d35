-- 行动规则: what makes a next best action, from how much on, and for how long a dismissed one keeps away.
create table service.action_rule (
    rule       text primary key check (rule in
        ('SERVICE_WAITING', 'MAINTENANCE_DUE', 'WARRANTY_ENDING', 'OVERDUE_VISIT', 'FALLING_ORDERS', 'MACHINE_AGE')),
    threshold  int not null check (threshold between 0 and 1000),
    quiet_days int not null check (quiet_days between 1 and 365),
    applied    boolean not null default true,
    changed_by text not null default 'hub',
    changed_at timestamptz not null default now()
);
insert into service.action_rule (rule, threshold, quiet_days) values
    ('SERVICE_WAITING', 1, 3), ('MAINTENANCE_DUE', 14, 14), ('WARRANTY_ENDING', 60, 30),
    ('OVERDUE_VISIT', 90, 14), ('FALLING_ORDERS', 30, 60), ('MACHINE_AGE', 10, 180);
call platform.wall('service.action_rule', $$platform.scope_kind() <> ''$$);

-- 不做: an action somebody set aside, why, and until when. The subject is the machine or the case it is about, empty for the customer itself.
create table service.dismissal (
    id            text primary key,
    customer_id   text not null,
    region        text,
    branch        text,
    rule          text not null references service.action_rule,
    subject       text not null,
    until_day     date not null,
    why           text not null check (length(why) between 1 and 200),
    made_by       text not null,
    made_at       timestamptz not null,
    taken_back_at timestamptz
);
create index dismissal_customer on service.dismissal (customer_id, until_day) where taken_back_at is null;
call platform.wall('service.dismissal', $$made_by = platform.scope_login()
    or (platform.scope_kind() = 'REGION' and platform.scope_region() in (region, branch))$$);
