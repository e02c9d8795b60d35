-- Who is asking is set per transaction (tongqu.kind, .region, .partner, .login); nothing set means no rows.
create schema platform;
grant usage on schema platform to ${app};

create function platform.scope_kind() returns text language sql stable parallel safe
    return coalesce(current_setting('tongqu.kind', true), '');
create function platform.scope_region() returns text language sql stable parallel safe
    return nullif(current_setting('tongqu.region', true), '');
create function platform.scope_partner() returns text language sql stable parallel safe
    return nullif(current_setting('tongqu.partner', true), '');
create function platform.scope_login() returns text language sql stable parallel safe
    return nullif(current_setting('tongqu.login', true), '');
-- Headquarters' people and the hub's own workers see every row.
create function platform.sees_all() returns boolean language sql stable parallel safe
    return current_setting('tongqu.kind', true) in ('HQ', 'WORKER');

-- Walls go up the same way on every table: the owner (migrations, definer functions) and the application each by a policy.
create procedure platform.wall(target regclass, visible text) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy owner_all on %s to ${owner} using (true) with check (true)', target);
    execute format('create policy app_scope on %s to ${app} using ((select platform.sees_all()) or (%s))', target, visible);
    execute format('grant select, insert, update on %s to ${app}', target);
end $$;

create table platform.outbox (
    id              text primary key,
    seq             bigint generated always as identity,
    partner         text not null,
    lane            text not null,
    effect_key      text not null unique,
    kind            text not null check (kind in ('DEMAND', 'FILE_DONE')),
    load            jsonb not null,
    message_id      text,
    state           text not null default 'WAITING'
                    check (state in ('WAITING', 'CLAIMED', 'SENT', 'ACKNOWLEDGED', 'REJECTED', 'PARKED')),
    attempts        int not null default 0,
    tries_left      int not null,
    next_attempt_at timestamptz not null,
    owner           text,
    leased_until    timestamptz,
    fence           bigint not null default 0,
    reason          text,
    fault           text check (fault in ('SENDER', 'PARTNER', 'HUB')),
    created_at      timestamptz not null,
    sent_at         timestamptz,
    settled_at      timestamptz
);
create index outbox_due on platform.outbox (partner, seq) where state in ('WAITING', 'CLAIMED');
create index outbox_lane on platform.outbox (lane, seq) where state in ('WAITING', 'CLAIMED', 'PARKED');
create index outbox_message on platform.outbox (message_id);
create index outbox_recent on platform.outbox (created_at desc, id desc);
call platform.wall('platform.outbox', 'partner = platform.scope_partner()');

create table platform.outbox_attempt (
    outbox_id   text not null references platform.outbox,
    n           int not null,
    at          timestamptz not null,
    node        text not null,
    outcome     text not null check (outcome in ('SENT', 'ACKNOWLEDGED', 'REJECTED', 'FAILED')),
    duration_ms bigint not null,
    reason      text,
    primary key (outbox_id, n)
);
call platform.wall('platform.outbox_attempt',
    'exists (select 1 from platform.outbox o where o.id = outbox_id)');

-- What people did, for good: who, when, to what.
create table platform.audit_line (
    id     text primary key,
    at     timestamptz not null,
    login  text not null,
    act    text not null,
    object text not null,
    detail text
);
call platform.wall('platform.audit_line', 'login = platform.scope_login()');
revoke update on platform.audit_line from ${app};
