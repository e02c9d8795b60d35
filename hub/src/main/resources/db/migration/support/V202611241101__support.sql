create schema support;
grant usage on schema support to ${app};

-- 扶植措施: what the company did for or about an agent. Withdrawn with a reason where it was not so, never deleted.
create table support.action (
    id           text primary key,
    number       bigint generated always as identity unique,
    agent        text not null,
    -- The agent's on the day it was entered.
    region       text,
    kind         text not null check (kind in ('TRAINING', 'JOINT_VISIT', 'DISPLAY', 'STOCK', 'TERMS', 'CONTROL')),
    day          date not null,
    until_day    date check (until_day >= day),
    purpose      text not null check (length(purpose) between 1 and 1000),
    done_by      text not null,
    entered_by   text not null,
    entered_at   timestamptz not null,
    withdrawn_by text,
    withdrawn_at timestamptz,
    why          text check (length(why) between 1 and 200),
    check ((withdrawn_at is null) = (why is null) and (withdrawn_at is null) = (withdrawn_by is null))
);
create index action_agent on support.action (agent, number desc);
call platform.wall('support.action', $$platform.scope_kind() = 'REGION' and region = platform.scope_region()
    and current_setting('tongqu.role', true) in ('MANAGER', 'BRANCH')$$);
