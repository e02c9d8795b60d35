-- Matching keeps what each source record says in its own terms, under which keys it is found, and which records may be one firm.
drop table matching.mark;

create table matching.record (
    no   bigint generated always as identity primary key,
    -- The source record's id.
    id   text not null unique,
    -- The fields of a record as matching reads them, in their order.
    told jsonb not null
);
call platform.wall('matching.record', 'false');

-- A key is 64 bits of its text's digest: some sixteen to a record, so that each byte counts.
create table matching.key (
    key    bigint not null,
    record bigint not null,
    primary key (key, record)
);
call platform.wall('matching.key', 'false');

-- Both ways round. A decided one stands because a person said so.
create table matching.link (
    record  bigint not null,
    other   bigint not null,
    decided boolean not null default false,
    primary key (record, other)
);
call platform.wall('matching.link', 'false');
grant delete on matching.link to ${app};

-- Under how many brands a number, or an agent's contact, is known.
create table matching.number (
    number text not null,
    brand  text not null,
    primary key (number, brand)
);
call platform.wall('matching.number', 'false');

-- Whoever keeps a record of this code or name holds its anchor until the end: the next one sees what this one kept.
create table matching.anchor (
    key bigint primary key
);
call platform.wall('matching.anchor', 'false');
