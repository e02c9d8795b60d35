-- 派厂规则 in an order of preference: the second and third are asked where the one before refuses.
alter table demand.routing_rule add column preference int not null default 1 check (preference between 1 and 9);
drop index demand.routing_today;
create unique index routing_today on demand.routing_rule (product_class, preference) where until is null;

-- 改派: a factory may be asked again within one need, for another part that a sister refused or a person gave it; never for the same part
-- (needs.asking). What made the hub ask stands in after: nothing for the first asking, the refused demand, or the part a person sent.
alter table demand.demand
    add column after    text not null default '',
    add column asked_by text,
    add column copy_to  text check (copy_to in ('RND'));
alter table demand.demand drop constraint demand_need_id_factory_key;
alter table demand.demand add constraint demand_once unique (need_id, factory, after);

-- 供货信息: what a cooperating firm can supply, valid until a day.
create table demand.supply_offer (
    id            text primary key,
    partner       text not null,
    offer_no      text not null,
    product_class text not null,
    what          text not null,
    region        text,
    price_from    numeric(18, 4),
    currency      text,
    valid_until   date not null,
    posted_at     timestamptz not null,
    by_login      text not null,
    withdrawn_at  timestamptz,
    unique (partner, offer_no),
    check ((price_from is null) = (currency is null))
);
create index supply_offer_class on demand.supply_offer (product_class) where withdrawn_at is null;
call platform.wall('demand.supply_offer', $$partner = platform.scope_partner() or platform.scope_kind() = 'REGION'$$);

-- 询问与答复: the conversation on a demand, in the order it was said.
create table demand.message (
    seq       bigint generated always as identity primary key,
    id        text not null unique,
    demand_id text not null references demand.demand,
    side      text not null check (side in ('FACTORY', 'HOUSE')),
    by_login  text not null,
    said_key  text,
    words     text not null,
    at        timestamptz not null,
    unique (demand_id, by_login, said_key)
);
create index message_demand on demand.message (demand_id, seq);
call platform.wall('demand.message', 'exists (select 1 from demand.demand d where d.id = demand_id)');

-- 读到哪里: up to which word of a conversation a person has read.
create table demand.read_mark (
    demand_id text not null references demand.demand,
    login     text not null,
    seq       bigint not null,
    primary key (demand_id, login)
);
call platform.wall('demand.read_mark', 'login = platform.scope_login()');
