-- Each running hub says every few seconds that it is there; a clean stop takes its row away, a killed one stays to be seen.
create table platform.hub_node (
    life       text primary key,
    home       text not null,
    started_at timestamptz not null,
    seen_at    timestamptz not null
);
call platform.wall('platform.hub_node', 'false');
grant delete on platform.hub_node to ${app};

-- 核账: what each walk through the ledger found.
create table platform.ledger_audit (
    id      bigint generated always as identity primary key,
    at      timestamptz not null default now(),
    lost    bigint not null,
    doubled bigint not null,
    astray  bigint not null
);
call platform.wall('platform.ledger_audit', 'false');
revoke update on platform.ledger_audit from ${app};
