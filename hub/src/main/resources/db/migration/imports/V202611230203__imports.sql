create schema imports;
grant usage on schema imports to ${app};

-- 通讯录: a file somebody handed in, what was taken for what, and how far it has come. Seen by whoever handed it in, that branch's manager, headquarters.
create table imports.book (
    id         text primary key,
    number     bigint generated always as identity unique,
    login      text not null,
    region     text,
    name       text not null,
    file       bytea not null,
    -- Of the file: TEXT or WORKBOOK, and how its text is written.
    kind       text not null check (kind in ('TEXT', 'WORKBOOK')),
    charset    text not null,
    bom        boolean not null,
    delimiter  text not null,
    heading    text[] not null,
    heading_row bigint not null,
    -- What each column is taken for; empty where it is kept and not used.
    fields     text[] not null,
    state      text not null check (state in ('WEIGHING', 'READY', 'TAKING', 'TAKEN', 'UNDOING', 'UNDONE', 'REDOING', 'DROPPED')),
    rows       int not null,
    done       int not null default 0,
    -- The book it is held against, and how many of that one's rows it has no more.
    before_id  text references imports.book,
    gone       int not null default 0,
    handed_at  timestamptz not null,
    accepted_by text,
    accepted_at timestamptz,
    message_id text,
    undone_by  text,
    undone_at  timestamptz,
    why        text,
    customers_gone   int not null default 0,
    customers_parted int not null default 0
);
create index book_at_work on imports.book (number) where state in ('WEIGHING', 'UNDOING', 'REDOING');
create index book_login on imports.book (login, number desc);
create unique index book_message on imports.book (message_id) where message_id is not null;
call platform.wall('imports.book', $$login = platform.scope_login()
    or (platform.scope_kind() = 'REGION' and region = platform.scope_region() and current_setting('tongqu.role', true) = 'MANAGER')$$);

-- Each row below the heading, whole, with what it would come to and what it came to.
create table imports.row (
    book_id  text not null references imports.book,
    row_no   bigint not null,
    cells    text[] not null,
    raw      bytea not null,
    -- Why it could not be parted into cells.
    trouble  text[],
    verdict  text check (verdict in ('MATCHED', 'NEW', 'DOUBTFUL', 'TWICE', 'REFUSED')),
    -- Of a refused row: pointer, code and words in both languages.
    refusal  text[],
    twin     bigint,
    records  text[] not null default '{}',
    evidence text,
    change   text check (change in ('NEW', 'CHANGED', 'SAME')),
    left_out boolean not null default false,
    source_record_id text,
    undone   boolean not null default false,
    primary key (book_id, row_no)
);
create index row_verdict on imports.row (book_id, verdict, row_no);
create index row_record on imports.row (source_record_id) where source_record_id is not null;
call platform.wall('imports.row', 'exists (select 1 from imports.book b where b.id = book_id)');
