-- 经由代理商: which agent serves the customer of a part that a factory is asked for. A row is ended and another begun, never changed.
create table demand.served (
    id         text primary key,
    -- Without a reference: that would wait for a demand which a factory is refusing while its customer moves, and that one for the customer.
    demand_id  text not null,
    part_id    text not null,
    agent      text not null,
    -- As it was called that day: a factory sees no other firm's row.
    agent_name text not null,
    -- The agent of record by which it serves.
    record_id  text not null,
    since      timestamptz not null,
    until      timestamptz
);
create unique index served_today on demand.served (demand_id, part_id) where until is null;
create index served_agent on demand.served (agent, demand_id desc) where until is null;
-- An agent sees it while it is the agent of record and not a moment longer, whatever this room has heard of it.
call platform.wall('demand.served', $$(agent = platform.scope_partner() and until is null and channel.stands(record_id))
    or exists (select 1 from demand.demand d where d.id = demand_id)$$);

-- 代理商的话: that it has seen the need, and what it has to say on it; an agent reads its own alone, and only while it serves.
create table demand.agent_word (
    id        text primary key,
    demand_id text not null references demand.demand,
    agent     text not null,
    by_login  text not null,
    words     text not null,
    at        timestamptz not null
);
-- Said twice is said once; the words themselves are too long for an index.
create unique index agent_word_once on demand.agent_word (demand_id, agent, md5(words));
call platform.wall('demand.agent_word', $$(agent = platform.scope_partner() and exists (
        select 1 from demand.served s where s.demand_id = agent_word.demand_id and s.agent = platform.scope_partner()))
    or exists (select 1 from demand.demand d where d.id = agent_word.demand_id)$$);
