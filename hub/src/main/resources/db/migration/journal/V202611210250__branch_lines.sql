-- A branch node's line: one unbroken row of numbers and hashes, begun with the node's store and given up where the two ends no longer agree.
create table journal.branch_line (
    line             text primary key,
    branch           text not null,
    region           text,
    -- The line this one goes on from, the highest number both knew, and the number it counts on from.
    continues        text,
    continues_at     bigint,
    base             bigint not null default 0,
    complete_through bigint not null,
    head             text not null,
    waiting          bigint not null default 0,
    opened_at        timestamptz not null,
    heard_at         timestamptz not null,
    check (complete_through >= base)
);
create index branch_line_recent on journal.branch_line (branch, opened_at desc);
call platform.wall('journal.branch_line', $$branch = platform.scope_partner() or (platform.scope_kind() = 'REGION' and region = platform.scope_region())$$);

-- Every number taken, with the message it became; a number is taken once, with one content.
create table journal.branch_entry (
    line       text not null references journal.branch_line,
    seq        bigint not null,
    hash       text not null,
    message_id text not null references journal.message,
    status     text not null check (status in ('RECEIVED', 'DUPLICATE', 'REFUSED')),
    primary key (line, seq)
);
create index branch_entry_message on journal.branch_entry (message_id);
call platform.wall('journal.branch_entry', 'exists (select 1 from journal.branch_line l where l.line = branch_entry.line)');
revoke update on journal.branch_entry from ${app};

create table journal.branch_conflict (
    line             text not null references journal.branch_line,
    at               bigint not null,
    kind             text not null check (kind in ('OTHER_CONTENT', 'BROKEN_CHAIN', 'BEHIND')),
    complete_through bigint not null,
    next_line        text,
    found_at         timestamptz not null,
    primary key (line, at, kind)
);
call platform.wall('journal.branch_conflict', 'exists (select 1 from journal.branch_line l where l.line = branch_conflict.line)');
