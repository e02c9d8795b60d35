-- 人工核定: a person's word on one value of a customer, over all feeds. It belongs to a customer's id for good: while that id is merged into
-- another the pin counts for the heir, and after an un-merge it is back where it was.
create table customers.pin (
    id          text primary key,
    customer_id text not null references customers.customer,
    field       text not null,
    value       text not null,
    -- Region of a pinned province.
    region      text,
    who         text not null,
    why         text not null,
    since       timestamptz not null,
    until       timestamptz,
    ended_by    text,
    ended_why   text
);
create unique index pin_today on customers.pin (customer_id, field) where until is null;
create index pin_customer on customers.pin (customer_id, since);

-- A golden value comes from a source record or from a pin.
alter table customers.golden_value alter column source_record_id drop not null;
alter table customers.golden_value add column pin_id text references customers.pin;
alter table customers.golden_value add check ((source_record_id is null) <> (pin_id is null));
create index golden_value_pin on customers.golden_value (pin_id) where pin_id is not null;
-- One code is pinned to one customer alone.
create index golden_uscc on customers.golden_value (value) where field = 'uscc' and until is null;

call platform.wall('customers.pin', $$platform.scope_kind() = 'REGION'
    and (exists (select 1 from customers.customer c where c.id = customer_id)
         or exists (select 1 from customers.golden_value g where g.pin_id = pin.id))$$);

-- 核对: when a person last held a file against the customer: one of ours said so of the customer, or a visit said again what it had said before.
create table customers.verified (
    customer_id      text references customers.customer,
    source_record_id text references customers.source_record,
    who              text not null,
    at               timestamptz not null,
    check ((customer_id is null) <> (source_record_id is null))
);
create index verified_customer on customers.verified (customer_id, at) where customer_id is not null;
create unique index verified_record on customers.verified (source_record_id) where source_record_id is not null;
call platform.wall('customers.verified', $$platform.scope_kind() = 'REGION'
    and (exists (select 1 from customers.customer c where c.id = customer_id)
         or exists (select 1 from customers.source_record r where r.id = source_record_id))$$);

-- When the file was last kept up: made, visited, verified or pinned.
alter table customers.customer add column kept_at timestamptz;
update customers.customer c set kept_at = greatest(c.created_at, (
    select least(max(r.observed_at), now()) from customers.membership m join customers.source_record r on r.id = m.source_record_id
    where m.customer_id = c.id and m.until is null and r.source_kind = 'VISIT'));
create index customer_kept on customers.customer (life_state, (coalesce(kept_at, created_at))) where merged_into is null;

-- A contact's telephone in digits, without the country's code, so that a person is known again at another firm.
alter table customers.source_record add column contact_key text generated always as (
    nullif(regexp_replace(regexp_replace(translate(contact_phone, '０１２３４５６７８９', '0123456789'), '[^0-9]', '', 'g'), '^(00)?86(1[3-9][0-9]{9})$', '\2'), '')) stored;
create index source_record_contact on customers.source_record (contact_key) where contact_key is not null;
