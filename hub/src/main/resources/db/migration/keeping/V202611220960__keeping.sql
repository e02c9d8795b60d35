create schema keeping;
grant usage on schema keeping to ${app};

-- 负责人: who keeps a customer since when. A keeper ends and another begins; what was said, sold and visited keeps who did it.
create table keeping.keeper (
    id          text primary key,
    customer_id text not null,
    person      text not null,
    -- The customer's own region and that of the branch the keeper works for; either may be none.
    region      text,
    branch      text,
    why         text not null check (why in ('FIRST_VISIT', 'HANDOVER', 'UNDONE')),
    handover_id text,
    since       timestamptz not null,
    until       timestamptz
);
create unique index keeper_today on keeping.keeper (customer_id) where until is null;
create index keeper_person on keeping.keeper (person) where until is null;
call platform.wall('keeping.keeper', $$person = platform.scope_login()
    or (platform.scope_kind() = 'REGION' and platform.scope_region() in (region, branch))$$);

-- Whoever visited a customer first has kept it so far.
insert into keeping.keeper (id, customer_id, person, region, branch, why, since)
select gen_random_uuid()::text, customer_id, rep, region, branch, 'FIRST_VISIT', visited_at
from (select distinct on (m.customer_id) m.customer_id, v.rep, c.region, u.region as branch, v.visited_at
      from visits.visit v
      join customers.membership m on m.source_record_id = v.source_record_id and m.until is null
      join customers.customer c on c.id = m.customer_id
      join people.app_user u on u.login = v.rep and u.role in ('REP', 'MANAGER')
      order by m.customer_id, v.visited_at, v.id) first;

-- 拜访计划: who means to visit a customer, on which day, to what end.
create table keeping.visit_plan (
    id          text primary key,
    customer_id text not null,
    region      text,
    branch      text,
    person      text not null,
    day         date not null,
    purpose     text not null check (length(purpose) between 1 and 200),
    state       text not null check (state in ('OPEN', 'DONE', 'DROPPED')),
    made_by     text not null,
    made_at     timestamptz not null,
    settled_at  timestamptz
);
create index visit_plan_person on keeping.visit_plan (person, day) where state = 'OPEN';
create index visit_plan_customer on keeping.visit_plan (customer_id, day);
call platform.wall('keeping.visit_plan', $$person = platform.scope_login()
    or (platform.scope_kind() = 'REGION' and platform.scope_region() in (region, branch))$$);

-- 私人笔记: its holder's alone. This wall has no door for headquarters and none for the hub's own workers.
create table keeping.note (
    id          text primary key,
    customer_id text not null,
    author      text not null,
    holder      text not null,
    words       text not null check (length(words) between 1 and 4000),
    hand_over   boolean not null,
    written_at  timestamptz not null,
    deleted_at  timestamptz
);
create index note_holder on keeping.note (holder, id desc) where deleted_at is null;
alter table keeping.note enable row level security;
alter table keeping.note force row level security;
create policy owner_all on keeping.note to ${owner} using (true) with check (true);
create policy app_scope on keeping.note to ${app}
    using (holder = platform.scope_login() and platform.scope_kind() in ('HQ', 'REGION', 'SELF'));
grant select, insert, update on keeping.note to ${app};

-- 客户交接: one act that moves what a person keeps; undone or signed by each receiver, never both.
create table keeping.handover (
    id        text primary key,
    number    bigint generated always as identity unique,
    leaver    text not null,
    branch    text,
    made_by   text not null,
    made_at   timestamptz not null,
    undone_by text,
    undone_at timestamptz
);
create table keeping.handover_part (
    handover_id text not null references keeping.handover,
    receiver    text not null,
    signed_as   text,
    signed_at   timestamptz,
    primary key (handover_id, receiver)
);
create index handover_part_receiver on keeping.handover_part (receiver);
create table keeping.handover_item (
    handover_id text not null references keeping.handover,
    kind        text not null check (kind in ('CUSTOMER', 'PLAN', 'NOTE')),
    object_id   text not null,
    receiver    text not null,
    primary key (handover_id, kind, object_id)
);
-- What was the leaver's and what became the receiver's are counted apart; an act in which they differ cannot be written.
create table keeping.handover_count (
    handover_id text not null references keeping.handover,
    receiver    text not null,
    kind        text not null check (kind in ('CUSTOMERS', 'CONTACTS', 'NEEDS', 'PLANS', 'NOTES')),
    was         bigint not null,
    became      bigint not null,
    primary key (handover_id, receiver, kind),
    constraint nothing_is_lost check (was = became)
);

-- The act and its parts lean on each other; the definer function keeps their policies from going round in a circle.
create function keeping.receives(handover text) returns boolean language sql stable security definer set search_path = keeping, pg_temp
    return exists (select 1 from keeping.handover_part p where p.handover_id = handover and p.receiver = platform.scope_login());
revoke all on function keeping.receives(text) from public;
grant execute on function keeping.receives(text) to ${app};
call platform.wall('keeping.handover', $$leaver = platform.scope_login() or made_by = platform.scope_login() or keeping.receives(id)
    or (platform.scope_kind() = 'REGION' and branch = platform.scope_region() and current_setting('tongqu.role', true) = 'MANAGER')$$);
call platform.wall('keeping.handover_part', 'exists (select 1 from keeping.handover h where h.id = handover_id)');
call platform.wall('keeping.handover_item', 'exists (select 1 from keeping.handover h where h.id = handover_id)');
call platform.wall('keeping.handover_count', 'exists (select 1 from keeping.handover h where h.id = handover_id)');
revoke update on keeping.handover_item, keeping.handover_count from ${app};

-- Who hands over may move marked notes and not read them, so the moving is done by the owner and tells nothing but numbers.
create function keeping.marked_notes(of_person text) returns table (note_id text, customer_id text)
language sql stable security definer set search_path = keeping, pg_temp as $$
    select id, customer_id from keeping.note
    where holder = of_person and hand_over and deleted_at is null and platform.scope_kind() in ('HQ', 'REGION')
$$;
create function keeping.pass_notes(handover text) returns table (receiver text, passed bigint)
language sql security definer set search_path = keeping, pg_temp as $$
    with moved as (
        update keeping.note n set holder = i.receiver
        from keeping.handover_item i join keeping.handover h on h.id = i.handover_id
        where i.handover_id = handover and i.kind = 'NOTE' and h.undone_at is null
          and n.id = i.object_id and n.holder = h.leaver and n.hand_over and n.deleted_at is null
        returning i.receiver as receiver)
    select moved.receiver, count(*) from moved group by 1
$$;
create function keeping.return_notes(handover text) returns bigint
language sql security definer set search_path = keeping, pg_temp as $$
    with moved as (
        update keeping.note n set holder = h.leaver
        from keeping.handover_item i join keeping.handover h on h.id = i.handover_id
        where i.handover_id = handover and i.kind = 'NOTE' and h.undone_at is not null
          and n.id = i.object_id and n.holder = i.receiver
        returning 1)
    select count(*) from moved
$$;
revoke all on function keeping.marked_notes(text), keeping.pass_notes(text), keeping.return_notes(text) from public;
grant execute on function keeping.marked_notes(text), keeping.pass_notes(text), keeping.return_notes(text) to ${app};
