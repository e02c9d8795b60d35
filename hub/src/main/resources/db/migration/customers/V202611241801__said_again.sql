-- Words said once more, unchanged: the record stands as it was written, but for the day it was last said.
alter table customers.source_record add column last_said_at timestamptz;
grant update (last_said_at) on customers.source_record to ${app};

-- Said again at least a day later, and golden values not chosen anew yet.
create table customers.said_again (
    source_record_id text primary key,
    at               timestamptz not null
);
call platform.wall('customers.said_again', 'false');
grant delete on customers.said_again to ${app};

-- As before, and newer is what was last said later.
-- Ends the golden values that no longer win; answers those that do and do not stand yet.
create or replace function customers.choose(asked text[], moment timestamptz)
returns table (won_customer text, won_field text, won_value text, won_record text, won_pin text)
language plpgsql security definer set search_path = customers, pg_temp as $$
begin
    return query
    with recursive kin(id, heir) as (
        select c.id, c.id from customers.customer c where c.id = any(asked) and c.merged_into is null
        union all
        select c.id, k.heir from kin k join customers.customer c on c.merged_into = k.id), pinned as materialized (
        select distinct on (k.heir, p.field) k.heir as customer_id, p.field, p.value, p.id as pin
        from kin k join customers.pin p on p.customer_id = k.id where p.until is null
        order by k.heir, p.field, p.since desc, p.id desc),
    best as materialized (
        select s.customer_id, s.field, s.value, s.record, null::text as pin from (select distinct on (m.customer_id, f.field) m.customer_id, f.field, f.value, r.id as record
    from customers.membership m
    join customers.source_record r on r.id = m.source_record_id
    left join customers.source_trust t on t.source = r.source and r.source_kind = 'AGENT'
    cross join lateral (values
        ('name', r.name), ('uscc', case when r.uscc_valid then r.uscc end), ('province', r.province), ('city', r.city),
        ('address', r.address), ('contact_name', r.contact_name), ('contact_phone', r.contact_phone),
        ('contact_title', r.contact_title)) as f(field, value)
    where m.customer_id = any(asked) and m.until is null and f.value is not null
    order by m.customer_id, f.field, array_position(array['VISIT', 'FACTORY', 'BOOK', 'AGENT'], r.source_kind),
        coalesce(t.doubted, false), coalesce(r.last_said_at, r.observed_at) desc, r.id desc) s
        where not exists (select 1 from pinned p where p.customer_id = s.customer_id and p.field = s.field)
        union all
        select p.customer_id, p.field, p.value, null, p.pin from pinned p),
    ended as (
        update customers.golden_value g set until = moment
        where g.customer_id = any(asked) and g.until is null and not exists (
            select 1 from best b where b.customer_id = g.customer_id and b.field = g.field and b.value = g.value
              and b.record is not distinct from g.source_record_id and b.pin is not distinct from g.pin_id))
    select b.customer_id, b.field, b.value, b.record, b.pin from best b
    where not exists (
        select 1 from customers.golden_value g
        where g.customer_id = b.customer_id and g.field = b.field and g.until is null and g.value = b.value
          and g.source_record_id is not distinct from b.record and g.pin_id is not distinct from b.pin);
end $$;
