create schema customers;
grant usage on schema customers to ${app};

-- 来源记录: what one source said about a customer, kept for ever and never changed.
create table customers.source_record (
    id            text primary key,
    source        text not null,
    source_kind   text not null check (source_kind in ('VISIT', 'FACTORY', 'AGENT')),
    partner       text,
    -- Null where neither the province nor the speaker tells it: headquarters alone sees it until somebody says.
    region        text,
    content_hash  text not null,
    name          text not null,
    uscc          text,
    uscc_valid    boolean not null,
    province      text,
    city          text,
    address       text,
    contact_name  text,
    contact_phone text,
    contact_title text,
    message_id    text not null,
    row_no        bigint,
    observed_at   timestamptz not null,
    received_at   timestamptz not null,
    unique (source, content_hash)
);

-- A factory may see the source record a demand of its own rests on.
create table customers.sight (
    source_record_id text not null references customers.source_record,
    partner          text not null,
    primary key (source_record_id, partner)
);
call platform.wall('customers.sight', 'partner = platform.scope_partner()');

call platform.wall('customers.source_record', $$
    case platform.scope_kind()
        when 'REGION' then region = platform.scope_region() or source = platform.scope_region() or partner = platform.scope_partner()
        else partner = platform.scope_partner()
             or exists (select 1 from customers.sight s where s.source_record_id = id and s.partner = platform.scope_partner()) end$$);
revoke update on customers.source_record from ${app};

-- 客户: today's grouping of source records. An id never dies: a merged one names its heir.
create table customers.customer (
    id          text primary key,
    number      bigint generated always as identity unique,
    region      text,
    life_state  text not null check (life_state in ('PROSPECT', 'ACTUAL', 'LAPSED')),
    merged_into text references customers.customer,
    version     int not null default 1,
    created_at  timestamptz not null,
    changed_at  timestamptz not null
);

create table customers.membership (
    source_record_id text not null references customers.source_record,
    customer_id      text not null references customers.customer,
    reason           text not null,
    rule             text not null,
    since            timestamptz not null,
    until            timestamptz
);
create unique index membership_today on customers.membership (source_record_id) where until is null;
create index membership_customer on customers.membership (customer_id) where until is null;
call platform.wall('customers.membership', 'exists (select 1 from customers.source_record r where r.id = source_record_id)');
call platform.wall('customers.customer', $$
    (platform.scope_kind() = 'REGION' and region = platform.scope_region())
    or exists (select 1 from customers.membership m where m.customer_id = customer.id and m.until is null)$$);

-- 集团统一值: each value of the golden record with where it came from; ended values are its history.
create table customers.golden_value (
    customer_id      text not null references customers.customer,
    field            text not null,
    value            text not null,
    source_record_id text not null references customers.source_record,
    rule             text not null,
    since            timestamptz not null,
    until            timestamptz
);
create unique index golden_today on customers.golden_value (customer_id, field) where until is null;
create index golden_history on customers.golden_value (customer_id, field, since);
-- Golden values may come from a rival's mouth: partners never read them, they read their own source records.
call platform.wall('customers.golden_value', $$platform.scope_kind() = 'REGION'
    and exists (select 1 from customers.customer c where c.id = customer_id)$$);

create index source_record_name on customers.source_record (name);
create index source_record_message on customers.source_record (message_id);

-- LIKE is not leakproof, so under row-level security it would scan: search runs as the owner and applies the scope itself.
create function customers.search(term text, before_number bigint, max_rows int)
returns table (customer_id text, number bigint) language sql stable security definer set search_path = customers, pg_temp as $$
    select c.id, c.number
    from customers.customer c
    where c.merged_into is null
      and c.number < before_number
      and exists (
          select 1 from customers.membership m join customers.source_record r on r.id = m.source_record_id
          where m.customer_id = c.id and m.until is null
            and (r.name ilike '%' || replace(replace(replace(term, '\', '\\'), '%', '\%'), '_', '\_') || '%'
                 or upper(r.uscc) = upper(term) or r.contact_phone = term)
            and (platform.sees_all()
                 or (platform.scope_kind() = 'REGION' and (r.region = platform.scope_region() or r.source = platform.scope_region() or c.region = platform.scope_region()))
                 or r.partner = platform.scope_partner()
                 or exists (select 1 from customers.sight s where s.source_record_id = r.id and s.partner = platform.scope_partner())))
    order by c.number desc
    limit max_rows
$$;
revoke all on function customers.search(text, bigint, int) from public;
grant execute on function customers.search(text, bigint, int) to ${app};
