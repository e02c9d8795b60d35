-- 查重: who asked whether which firm is known, so that nobody can feel the whole store out; what was answered is not kept.
create table keeping.lookup (
    id       text primary key,
    person   text not null,
    name     text not null,
    phone    text not null,
    province text not null,
    at       timestamptz not null
);
create index lookup_person on keeping.lookup (person, at desc);
call platform.wall('keeping.lookup', 'person = platform.scope_login()');
grant delete on keeping.lookup to ${app};

-- 客户冲突: two persons who hold one customer. Seen by both, by the managers of their branches, and by headquarters.
create table keeping.conflict (
    id              text primary key,
    number          bigint generated always as identity unique,
    -- The customer as it was when the case opened; it may have been merged since.
    customer_id     text not null,
    origin          text not null check (origin in ('LOOKUP', 'VISIT', 'MERGE')),
    -- Who kept it, and under which id; a keeper's branch may be none.
    holder          text not null,
    holder_branch   text,
    held_as         text not null,
    -- Who says so too: a second keeper and the id it kept, a visitor and the record it brought, or whoever looked it up and the name asked.
    other           text not null,
    other_branch    text,
    other_held_as   text,
    other_record    text,
    asked_as        text,
    why             text,
    -- The engine's findings between both, where it found them to be one.
    evidence        text,
    state           text not null check (state in ('OPEN', 'DECIDED', 'GONE')),
    opened_at       timestamptz not null,
    due             date not null,
    last_contact_at timestamptz not null,
    winner          text,
    decided_by      text,
    decided_why     text,
    decided_at      timestamptz,
    gone_at         timestamptz,
    gone_why        text check (gone_why in ('PARTED')),
    check (holder <> other)
);
-- Two persons have one case about one customer, until it is gone.
create unique index conflict_once on keeping.conflict (customer_id, least(holder, other), greatest(holder, other)) where state <> 'GONE';
create index conflict_open on keeping.conflict (opened_at) where state = 'OPEN';
create index conflict_held on keeping.conflict (held_as) where state <> 'GONE';
create index conflict_other_held on keeping.conflict (other_held_as) where state <> 'GONE' and other_held_as is not null;
create index conflict_customer on keeping.conflict (customer_id) where state <> 'GONE';
call platform.wall('keeping.conflict', $$platform.scope_login() in (holder, other)
    or (platform.scope_kind() = 'REGION' and current_setting('tongqu.role', true) = 'MANAGER'
        and platform.scope_region() in (holder_branch, other_branch))$$);

-- A case that is decided ends keepers and begins others; taken back, it knows which.
alter table keeping.keeper drop constraint keeper_why_check;
alter table keeping.keeper add constraint keeper_why_check check (why in ('FIRST_VISIT', 'HANDOVER', 'UNDONE', 'DECIDED'));
alter table keeping.keeper add column conflict_id text;
alter table keeping.keeper add column ended_by text;
create index keeper_conflict on keeping.keeper (conflict_id) where conflict_id is not null;
create index keeper_ended_by on keeping.keeper (ended_by) where ended_by is not null;
