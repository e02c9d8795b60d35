create schema demand;
grant usage on schema demand to ${app};

-- 派厂规则: which factory answers which product class; the closest ancestor of a class speaks, a rule ends rather than changes.
create table demand.routing_rule (
    id            text primary key,
    product_class text not null,
    factory       text not null,
    since         timestamptz not null,
    until         timestamptz,
    by_login      text not null
);
create unique index routing_today on demand.routing_rule (product_class) where until is null;
call platform.wall('demand.routing_rule', $$platform.scope_kind() = 'REGION'$$);

-- 询厂: what is asked of one factory for one need.
create table demand.demand (
    id                text primary key,
    need_id           text not null,
    factory           text not null,
    region            text not null,
    -- The branch that visited follows its customer's need into another region.
    branch            text not null,
    state             text not null check (state in ('WAITING', 'SENT', 'ACKNOWLEDGED', 'QUOTED', 'REFUSED', 'ORDERED')),
    factory_ref       text,
    price             numeric(18, 4),
    currency          text,
    lead_time_days    int,
    valid_until       date,
    note              text,
    refusal_reason    text,
    order_no          text,
    asked_at          timestamptz not null,
    sent_at           timestamptz,
    acknowledged_at   timestamptz,
    answered_at       timestamptz,
    ordered_at        timestamptz,
    due_at            timestamptz not null,
    version           int not null default 1,
    unique (need_id, factory)
);
create index demand_factory on demand.demand (factory, id desc);
create index demand_answered on demand.demand (answered_at desc) where answered_at is not null;
create index demand_open on demand.demand (due_at) where state in ('WAITING', 'SENT', 'ACKNOWLEDGED');
call platform.wall('demand.demand', $$factory = platform.scope_partner() or (platform.scope_kind() = 'REGION' and (region = platform.scope_region() or branch = platform.scope_region()))$$);

-- Every word a factory said on a demand, in the order it came; said_at decides which speaks.
create table demand.word (
    demand_id  text not null references demand.demand,
    message_id text not null unique,
    kind       text not null check (kind in ('ACKNOWLEDGED', 'QUOTED', 'REFUSED')),
    said_at    timestamptz not null,
    took       boolean not null,
    received_at timestamptz not null
);
create index word_demand on demand.word (demand_id);
call platform.wall('demand.word', 'exists (select 1 from demand.demand d where d.id = demand_id)');

-- Each hop of a demand with its time: the stations of the road.
create table demand.hop (
    demand_id text not null references demand.demand,
    station   text not null,
    at        timestamptz not null,
    message_id text,
    primary key (demand_id, station, at)
);
call platform.wall('demand.hop', 'exists (select 1 from demand.demand d where d.id = demand_id)');
