create schema journal;
grant usage on schema journal to ${app};

-- Headers stay for ever; bytes and attempts are partitioned by the day they came and go with their partition.
create table journal.message (
    id              text primary key,
    kind            text not null,
    channel         text not null check (channel in ('REST', 'FILE', 'REPLY')),
    format          text not null,
    login           text not null,
    role            text not null,
    partner         text,
    region          text,
    name            text,
    received_at     timestamptz not null,
    received_day    date not null,
    sha256          text not null,
    size            bigint not null,
    progress        text not null check (progress in ('RECEIVED', 'UNDERSTOOD', 'APPLIED')),
    outcome         text check (outcome in ('TAKEN', 'PARTLY', 'REFUSED', 'DUPLICATE')),
    repeats         text,
    reason_code     text,
    reason_zh       text,
    reason_en       text,
    attempts        int not null default 0,
    tries_left      int not null,
    next_attempt_at timestamptz not null,
    owner           text,
    leased_until    timestamptz,
    fence           bigint not null default 0,
    parked_at       timestamptz,
    fault           text check (fault in ('SENDER', 'PARTNER', 'HUB')),
    -- The row a file has been taken to, and what became of the rows up to there.
    checkpoint      bigint not null default 0,
    rows_accepted   bigint not null default 0,
    rows_refused    bigint not null default 0,
    rows_duplicate  bigint not null default 0,
    rows_ignored    bigint not null default 0,
    applied_at      timestamptz,
    check (progress <> 'APPLIED' or outcome is not null)
);
create index message_due on journal.message (next_attempt_at) where outcome is null and parked_at is null;
create index message_recent on journal.message (id desc);
create index message_partner on journal.message (partner, id desc);
create index message_day on journal.message (received_day) where outcome is null;
create index message_parked on journal.message (parked_at) where parked_at is not null;
create index message_same_bytes on journal.message (partner, sha256) where channel = 'FILE';
call platform.wall('journal.message', $$partner = platform.scope_partner() or (platform.scope_kind() = 'REGION' and region = platform.scope_region())$$);

-- One thing said, said once: the key of what a message states, with the content it stated first.
create table journal.claim (
    key          text primary key,
    content_hash text not null,
    message_id   text not null references journal.message deferrable initially deferred,
    partner      text,
    region       text
);
create index claim_message on journal.claim (message_id);
call platform.wall('journal.claim', $$partner = platform.scope_partner() or (platform.scope_kind() = 'REGION' and region = platform.scope_region())$$);

create table journal.business_key (
    name       text not null,
    value      text not null,
    message_id text not null references journal.message,
    primary key (value, name, message_id)
);
create index business_key_message on journal.business_key (message_id);
call platform.wall('journal.business_key', 'exists (select 1 from journal.message m where m.id = message_id)');

-- What a message changed; the key makes a second effect impossible.
create table journal.effect (
    key        text primary key,
    message_id text not null references journal.message,
    room       text not null,
    what       text not null,
    ref        text not null,
    at         timestamptz not null
);
create index effect_message on journal.effect (message_id);
call platform.wall('journal.effect', 'exists (select 1 from journal.message m where m.id = message_id)');

create table journal.refusal (
    message_id text not null references journal.message,
    row_no     bigint not null default 0,
    n          int not null,
    pointer    text not null,
    code       text not null,
    zh         text not null,
    en         text not null,
    primary key (message_id, row_no, n)
);
call platform.wall('journal.refusal', 'exists (select 1 from journal.message m where m.id = message_id)');

-- Rows that went back to their sender, as they stood in the file.
create table journal.refused_row (
    message_id text not null references journal.message,
    row_no     bigint not null,
    raw        bytea not null,
    primary key (message_id, row_no)
);
call platform.wall('journal.refused_row', 'exists (select 1 from journal.message m where m.id = message_id)');

create table journal.flagged_row (
    message_id text not null references journal.message,
    row_no     bigint not null,
    flags      text[] not null,
    primary key (message_id, row_no)
);
call platform.wall('journal.flagged_row', 'exists (select 1 from journal.message m where m.id = message_id)');

create table journal.file_form (
    message_id  text primary key references journal.message,
    charset     text not null,
    bom         boolean not null,
    delimiter   text not null,
    heading     text[] not null,
    heading_row bigint not null
);
call platform.wall('journal.file_form', 'exists (select 1 from journal.message m where m.id = message_id)');

create table journal.payload (
    received_day date not null,
    message_id   text not null,
    seq          int not null,
    bytes        bytea not null,
    primary key (received_day, message_id, seq)
) partition by range (received_day);
call platform.wall('journal.payload', 'exists (select 1 from journal.message m where m.id = message_id)');

create table journal.attempt (
    received_day date not null,
    message_id   text not null,
    n            int not null,
    at           timestamptz not null,
    node         text not null,
    outcome      text not null check (outcome in ('APPLIED', 'REFUSED', 'FAILED')),
    duration_ms  bigint not null,
    reason       text,
    primary key (received_day, message_id, n)
) partition by range (received_day);
call platform.wall('journal.attempt', 'exists (select 1 from journal.message m where m.id = message_id)');

-- The application owns nothing, so it asks for tomorrow's partitions, and for the end of old ones, through these two.
create function journal.open_day(day date) returns void language plpgsql security definer set search_path = journal, pg_temp as $$
declare parent text;
begin
    foreach parent in array array['payload', 'attempt'] loop
        execute format('create table if not exists journal.%I partition of journal.%I for values from (%L) to (%L)',
            parent || '_' || to_char(day, 'YYYYMMDD'), parent, day, day + 1);
    end loop;
end $$;

create function journal.close_day(day date) returns boolean language plpgsql security definer set search_path = journal, pg_temp as $$
declare parent text;
begin
    if exists (select 1 from journal.message where received_day = day and (outcome is null or parked_at is not null)) then
        return false;
    end if;
    foreach parent in array array['payload', 'attempt'] loop
        execute format('drop table if exists journal.%I', parent || '_' || to_char(day, 'YYYYMMDD'));
    end loop;
    return true;
end $$;
revoke all on function journal.open_day(date), journal.close_day(date) from public;
grant execute on function journal.open_day(date), journal.close_day(date) to ${app};
