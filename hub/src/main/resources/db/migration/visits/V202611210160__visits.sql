create schema visits;
grant usage on schema visits to ${app};

create table visits.visit (
    id               text primary key,
    branch           text not null,
    visit_no         text not null,
    rep              text not null,
    region           text not null,
    format_version   int not null,
    visited_at       timestamptz not null,
    source_record_id text not null,
    message_id       text not null unique,
    received_at      timestamptz not null,
    unique (branch, visit_no)
);
create index visit_record on visits.visit (source_record_id);
call platform.wall('visits.visit', $$platform.scope_kind() = 'REGION' and (region = platform.scope_region() or branch = platform.scope_region())$$);

create table visits.usage_reading (
    visit_id      text not null references visits.visit,
    n             int not null,
    serial        text not null,
    model         text,
    running_hours numeric(18, 4),
    faults        int,
    note          text,
    read_at       timestamptz not null,
    primary key (visit_id, n)
);
create index usage_serial on visits.usage_reading (serial, read_at);
call platform.wall('visits.usage_reading', 'exists (select 1 from visits.visit v where v.id = visit_id)');

create table visits.voice (
    visit_id text not null references visits.visit,
    kind     text not null check (kind in ('OPINION', 'SUGGESTION')),
    n        int not null,
    words    text not null,
    primary key (visit_id, kind, n)
);
call platform.wall('visits.voice', 'exists (select 1 from visits.visit v where v.id = visit_id)');

create table visits.competitor_fact (
    visit_id       text not null references visits.visit,
    n              int not null,
    name           text not null,
    product        text,
    price          numeric(18, 4),
    currency       text,
    lead_time_days int,
    primary key (visit_id, n)
);
call platform.wall('visits.competitor_fact', 'exists (select 1 from visits.visit v where v.id = visit_id)');

create table visits.sales_statement (
    visit_id     text not null references visits.visit,
    n            int not null,
    product_code text not null,
    qty          numeric(18, 4) not null,
    bought_from  text,
    month        date not null,
    primary key (visit_id, n)
);
call platform.wall('visits.sales_statement', 'exists (select 1 from visits.visit v where v.id = visit_id)');
