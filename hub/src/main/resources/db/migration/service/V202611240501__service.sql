create schema service;
grant usage on schema service to ${app};

-- 设备档案: a machine at a customer, kept under the customer's id of the day it was entered. Hours are those of the last visit that read them.
create table service.equipment (
    id              text primary key,
    customer_id     text not null,
    region          text,
    branch          text,
    serial          text not null,
    machine         text not null generated always as (platform.machine(serial)) stored,
    model           text,
    installed_on    date,
    commissioned_on date,
    warranty_until  date,
    plan_months     int check (plan_months between 1 and 120),
    plan_hours      numeric(18, 4) check (plan_hours > 0),
    done_on         date,
    done_hours      numeric(18, 4),
    hours           numeric(18, 4),
    hours_at        timestamptz,
    hours_a_day     numeric(18, 4),
    -- The day the next maintenance is due, reckoned anew whenever the plan, a maintenance or a reading says more.
    due_on          date,
    due_why         text check (due_why in ('MONTHS', 'HOURS')),
    entered_by      text not null,
    entered_at      timestamptz not null,
    version         int not null default 1,
    unique (customer_id, machine),
    check (commissioned_on >= installed_on),
    check ((due_on is null) = (due_why is null))
);
create index equipment_machine on service.equipment (machine);
create index equipment_due on service.equipment (due_on, id) where due_on is not null;
call platform.wall('service.equipment', $$platform.scope_kind() = 'REGION' and platform.scope_region() in (region, branch)$$);

-- 保养记录: a maintenance that was done.
create table service.maintenance (
    id           text primary key,
    equipment_id text not null references service.equipment,
    done_on      date not null,
    hours        numeric(18, 4),
    words        text not null,
    entered_by   text not null,
    entered_at   timestamptz not null
);
create index maintenance_equipment on service.maintenance (equipment_id, done_on);
call platform.wall('service.maintenance', 'exists (select 1 from service.equipment e where e.id = equipment_id)');

-- 服务单: a machine in trouble, until it runs again. Whoever is sent is a technician of the pool or an agent that takes repair, never both.
create table service.service_case (
    id               text primary key,
    number           bigint generated always as identity unique,
    customer_id      text not null,
    customer_name    text not null,
    region           text,
    branch           text,
    serial           text,
    machine          text generated always as (platform.machine(serial)) stored,
    visit_id         text,
    trouble          text not null check (length(trouble) between 1 and 1000),
    wants_technician boolean not null,
    state            text not null check (state in ('OPEN', 'SENT', 'ARRIVED', 'SOLVED', 'CLOSED')),
    opened_by        text not null,
    opened_at        timestamptz not null,
    agent            text,
    technician_id    text,
    technician_name  text,
    technician_login text,
    lent_id          text,
    from_day         date,
    until_day        date,
    sent_at          timestamptz,
    arrived_at       timestamptz,
    solved_at        timestamptz,
    closed_at        timestamptz,
    outcome          text,
    reopened         int not null default 0,
    check (agent is null or technician_id is null),
    check (state not in ('SENT', 'ARRIVED') or agent is not null or technician_id is not null),
    check (state <> 'SOLVED' or outcome is not null)
);
create index service_case_recent on service.service_case (number desc);
create index service_case_customer on service.service_case (customer_id, number desc);
create index service_case_running on service.service_case (opened_at) where state in ('OPEN', 'SENT', 'ARRIVED');
call platform.wall('service.service_case', $$opened_by = platform.scope_login() or agent = platform.scope_partner()
    or (platform.scope_kind() = 'SELF' and technician_login = platform.scope_login())
    or (platform.scope_kind() = 'REGION' and platform.scope_region() in (region, branch))$$);

create table service.case_step (
    id      text primary key,
    case_id text not null references service.service_case,
    kind    text not null check (kind in ('OPENED', 'SENT', 'ARRIVED', 'SOLVED', 'CLOSED', 'REOPENED')),
    words   text not null,
    who     text not null,
    at      timestamptz not null
);
create index case_step_case on service.case_step (case_id, id);
call platform.wall('service.case_step', 'exists (select 1 from service.service_case c where c.id = case_id)');
revoke update on service.case_step from ${app};
