-- 代理商信用: how far an agent's word held where it could be checked. Of agents, one that is doubted speaks after all others.
create table customers.source_trust (
    source  text primary key,
    -- Hundredths that its word holds at the least.
    percent int not null check (percent between 0 and 100),
    doubted boolean not null,
    since   timestamptz not null,
    -- Its customers up to this id have had their values chosen anew; empty for none yet, absent when all have.
    chosen  text
);
create index source_trust_unchosen on customers.source_trust (source) where chosen is not null;
call platform.wall('customers.source_trust', $$platform.scope_kind() = 'REGION'$$);
