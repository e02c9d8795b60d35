-- 签约代理: which agents see a customer because it is theirs today, and which see it no more because it was theirs once. Who stands in neither
-- way here sees of it what it said itself. Kept by customer and not by record, so that what comes later is covered too.
create table customers.agent_sight (
    customer_id text not null references customers.customer,
    partner     text not null,
    seen        boolean not null,
    primary key (customer_id, partner)
);
call platform.wall('customers.agent_sight', $$partner = platform.scope_partner() or platform.scope_kind() = 'REGION'$$);
grant delete on customers.agent_sight to ${app};

-- A customer that went to another agent is out of the old one's sight though its own words rest on it: the words stay its own, the customer not.
alter policy app_scope on customers.membership using ((select platform.sees_all()) or (
    exists (select 1 from customers.source_record r where r.id = source_record_id)
    and (platform.scope_kind() <> 'PARTNER' or not exists (
        select 1 from customers.agent_sight s
        where s.customer_id = membership.customer_id and s.partner = platform.scope_partner() and not s.seen))));
alter policy app_scope on customers.customer using ((select platform.sees_all()) or (
    (platform.scope_kind() = 'REGION' and region = platform.scope_region())
    or exists (select 1 from customers.membership m where m.customer_id = customer.id and m.until is null)
    or (platform.scope_kind() = 'PARTNER' and exists (
        select 1 from customers.agent_sight s where s.customer_id = customer.id and s.partner = platform.scope_partner() and s.seen))));
-- Its agent must know a customer by name, place and person; whose word each value is lies with the source record and stays out of its sight,
-- and so does what once was said.
alter policy app_scope on customers.golden_value using ((select platform.sees_all()) or (
    (platform.scope_kind() = 'REGION' and exists (select 1 from customers.customer c where c.id = customer_id))
    or (platform.scope_kind() = 'PARTNER' and until is null and exists (
        select 1 from customers.agent_sight s
        where s.customer_id = golden_value.customer_id and s.partner = platform.scope_partner() and s.seen))));

create or replace function customers.who_finds(record text) returns text[]
language plpgsql stable security definer set search_path = customers, pg_temp as $$
begin
    return (
        select array(
            select distinct mark from (
                select unnest(array['R:' || r.region, 'R:' || r.source, 'R:' || c.region]) as mark
                union all
                select 'P:' || p.partner
                from (select r.partner
                      union all select s.partner from customers.sight s where s.source_record_id = r.id
                      union all select a.partner from customers.agent_sight a where a.customer_id = c.id and a.seen) p
                where not exists (select 1 from customers.agent_sight a where a.customer_id = c.id and a.partner = p.partner and not a.seen)) marks
            where mark is not null)
        from customers.source_record r
        join customers.membership m on m.source_record_id = r.id and m.until is null
        join customers.customer c on c.id = m.customer_id
        where r.id = record);
end $$;

create function customers.find_by_agents_anew() returns trigger language plpgsql security definer set search_path = customers, pg_temp as $$
begin
    update customers.found_by f set seen_by = customers.who_finds(f.source_record_id)
    from customers.membership m
    where m.customer_id = coalesce(new.customer_id, old.customer_id) and m.until is null and f.source_record_id = m.source_record_id;
    return null;
end $$;
revoke all on function customers.find_by_agents_anew() from public;
create trigger found_by_its_agents after insert or update or delete on customers.agent_sight
    for each row execute function customers.find_by_agents_anew();
