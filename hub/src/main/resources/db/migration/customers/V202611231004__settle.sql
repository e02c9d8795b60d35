-- What follows from a customer's records is settled for all of them, whoever's act it was; so these functions see past the walls, which cost
-- several times the work itself, and are planned once a connection. They tell nothing that the caller has not asked for by its id.

-- A customer's region follows its golden province; where that says nothing, the first record that has one.
create function customers.settle_regions(asked text[]) returns void
language plpgsql security definer set search_path = customers, pg_temp as $$
begin
    update customers.customer c set region = best.region
    from unnest(asked) as t(id) cross join lateral (
        select r.region
        from customers.membership m join customers.source_record r on r.id = m.source_record_id
        left join customers.golden_value g on g.customer_id = t.id and g.field = 'province' and g.until is null
        where m.customer_id = t.id and m.until is null and r.region is not null
        order by (r.province is not distinct from g.value) desc, r.id limit 1) best
    where c.id = t.id and c.region is distinct from best.region;
end $$;

-- A customer of whom a record has ordered is an actual one, any other a prospect; those that changed.
create function customers.settle_life_states(asked text[], moment timestamptz) returns setof text
language plpgsql security definer set search_path = customers, pg_temp as $$
begin
    return query
    update customers.customer c set life_state = said.state, version = version + 1, changed_at = moment
    from (select w.id, case when exists (
              select 1 from customers.membership m join customers.buyer b on b.source_record_id = m.source_record_id
              where m.customer_id = w.id and m.until is null) then 'ACTUAL' else 'PROSPECT' end as state
          from unnest(asked) as w(id)) said
    where c.id = said.id and c.life_state <> 'LAPSED' and c.life_state <> said.state
    returning c.id;
end $$;

-- When each file was last kept up, never later than now; and a pinned province moves the customer to its region.
create function customers.settle_upkeep(asked text[], moment timestamptz) returns void
language plpgsql security definer set search_path = customers, pg_temp as $$
begin
    with recursive kin(id, heir) as (
        select c.id, c.id from customers.customer c where c.id = any(asked) and c.merged_into is null
        union all
        select c.id, k.heir from kin k join customers.customer c on c.merged_into = k.id),
    upkeep(id, at) as materialized (
        select kin.heir, v.at from kin join customers.verified v on v.customer_id = kin.id
        union all
        select kin.heir, p.since from kin join customers.pin p on p.customer_id = kin.id
        union all
        select m.customer_id, greatest(r.observed_at, v.at)
        from customers.membership m join customers.source_record r on r.id = m.source_record_id
        left join customers.verified v on v.source_record_id = r.id
        where m.customer_id = any(asked) and m.until is null and r.source_kind = 'VISIT'),
    kept as materialized (select id, least(moment, max(at)) as at from upkeep group by id),
    placed as materialized (
        select g.customer_id as id, p.region from customers.golden_value g join customers.pin p on p.id = g.pin_id
        where g.customer_id = any(asked) and g.field = 'province' and g.until is null)
    update customers.customer c set kept_at = k.at, region = coalesce(k.region, c.region)
    from (
        select t.id, greatest(t.created_at, kept.at) as at, placed.region
        from customers.customer t left join kept on kept.id = t.id left join placed on placed.id = t.id
        where t.id = any(asked)) k
    where c.id = k.id
      and (c.kept_at is distinct from k.at or c.region is distinct from coalesce(k.region, c.region));
end $$;

-- Ends the golden values that no longer win; answers those that do and do not stand yet.
create function customers.choose(asked text[], moment timestamptz)
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
    cross join lateral (values
        ('name', r.name), ('uscc', case when r.uscc_valid then r.uscc end), ('province', r.province), ('city', r.city),
        ('address', r.address), ('contact_name', r.contact_name), ('contact_phone', r.contact_phone),
        ('contact_title', r.contact_title)) as f(field, value)
    where m.customer_id = any(asked) and m.until is null and f.value is not null
    order by m.customer_id, f.field, array_position(array['VISIT', 'FACTORY', 'BOOK', 'AGENT'], r.source_kind), r.observed_at desc, r.id desc) s
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

revoke all on function customers.settle_regions(text[]) from public;
grant execute on function customers.settle_regions(text[]) to ${app};
revoke all on function customers.settle_life_states(text[], timestamptz) from public;
grant execute on function customers.settle_life_states(text[], timestamptz) to ${app};
revoke all on function customers.settle_upkeep(text[], timestamptz) from public;
grant execute on function customers.settle_upkeep(text[], timestamptz) to ${app};
revoke all on function customers.choose(text[], timestamptz) from public;
grant execute on function customers.choose(text[], timestamptz) to ${app};
