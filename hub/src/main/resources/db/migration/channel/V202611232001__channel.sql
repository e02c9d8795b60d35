create schema channel;
grant usage on schema channel to ${app};

-- 代理商树: who stands under whom, from which day until before which; absent above for the top. A word is ended and another begun, never changed.
create table channel.place (
    id          text primary key,
    agent       text not null,
    above       text,
    valid_from  date not null,
    valid_until date,
    entered_by  text not null,
    entered_at  timestamptz not null,
    ended_by    text,
    ended_at    timestamptz,
    check (agent <> above),
    check (valid_until >= valid_from)
);
create index place_agent on channel.place (agent, valid_from);
create index place_above on channel.place (above);
call platform.wall('channel.place', 'platform.scope_partner() in (agent, above)');

-- 能力: what an agent takes on (sales, repair, an exclusive store), where and for which class; absent means everywhere and every class.
create table channel.capability (
    id            text primary key,
    agent         text not null,
    kind          text not null check (kind in ('SALES', 'REPAIR', 'EXCLUSIVE')),
    region        text,
    province      text,
    product_class text,
    valid_from    date not null,
    valid_until   date,
    entered_by    text not null,
    entered_at    timestamptz not null,
    ended_by      text,
    ended_at      timestamptz,
    check (valid_until >= valid_from)
);
create index capability_agent on channel.capability (agent, valid_from);
call platform.wall('channel.capability', 'agent = platform.scope_partner()');

-- 调整代理: customers that go to another agent in one act, each kind counted before and after; an act in which they differ cannot be written.
create table channel.move (
    id            text primary key,
    number        bigint generated always as identity unique,
    -- Absent where customers are given to an agent whoever had them.
    giver         text,
    receiver      text not null,
    product_class text,
    made_by       text not null,
    made_at       timestamptz not null,
    undone_by     text,
    undone_at     timestamptz,
    -- How many went back and how many had gone on by then.
    gone_back     int,
    stayed        int
);
call platform.wall('channel.move', 'false');
create table channel.move_count (
    move_id text not null references channel.move,
    kind    text not null check (kind in ('CUSTOMERS', 'CONTACTS', 'VISITS', 'ORDERS', 'MACHINES')),
    was     bigint not null,
    became  bigint not null,
    primary key (move_id, kind),
    constraint nothing_is_lost check (was = became)
);
call platform.wall('channel.move_count', 'false');
revoke update on channel.move_count from ${app};

-- 签约代理: whose customer it is for a product class, absent for all, since when. Kept under the customer's id of that day, which may be merged
-- away since: then it counts for the heir, and after an un-merge it is back where it was.
create table channel.agent_of_record (
    id            text primary key,
    customer_id   text not null,
    product_class text,
    agent         text not null,
    why           text not null check (why in ('ENTERED', 'MOVED', 'UNDONE', 'SPLIT')),
    move_id       text references channel.move,
    -- The one this took the place of, so that an undo knows whom to give it back to.
    after_id      text references channel.agent_of_record,
    since         timestamptz not null,
    until         timestamptz,
    ended_why     text check (ended_why in ('MOVED', 'UNDONE')),
    check ((until is null) = (ended_why is null))
);
create unique index agent_of_record_today on channel.agent_of_record (customer_id, coalesce(product_class, '')) where until is null;
create index agent_of_record_agent on channel.agent_of_record (agent, customer_id) where until is null;
create index agent_of_record_customer on channel.agent_of_record (customer_id, since);
create index agent_of_record_move on channel.agent_of_record (move_id) where move_id is not null;
call platform.wall('channel.agent_of_record', $$agent = platform.scope_partner() or platform.scope_kind() = 'REGION'$$);
