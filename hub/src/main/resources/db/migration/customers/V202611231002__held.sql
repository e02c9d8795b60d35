-- Holds these customers until the end, in the order of ids, and only then asks for their records: two statements in one trip, the second of
-- which sees what those kept whom the first had to wait for. Past the walls, as whoever regroups must see all, and the walls cost several
-- times the work itself.
create function customers.held(ids text[]) returns setof text
language plpgsql security definer set search_path = customers, pg_temp as $$
begin
    perform c.id from customers.customer c where c.id = any (ids) order by c.id for update;
    return query select m.source_record_id from customers.membership m where m.customer_id = any (ids) and m.until is null;
end $$;
revoke all on function customers.held(text[]) from public;
grant execute on function customers.held(text[]) to ${app};

-- Whose records these are today.
create function customers.homes(asked text[]) returns table (record text, customer text)
language plpgsql stable security definer set search_path = customers, pg_temp as $$
begin
    return query select m.source_record_id, m.customer_id from customers.membership m where m.source_record_id = any (asked) and m.until is null;
end $$;
revoke all on function customers.homes(text[]) from public;
grant execute on function customers.homes(text[]) to ${app};

-- Whose they were first, and whether that customer is merged away or withdrawn today.
create function customers.first_homes(asked text[]) returns table (record text, customer text, vacant boolean)
language plpgsql stable security definer set search_path = customers, pg_temp as $$
begin
    return query
    select distinct on (m.source_record_id) m.source_record_id, m.customer_id, c.merged_into is not null or c.withdrawn_at is not null
    from customers.membership m join customers.customer c on c.id = m.customer_id
    where m.source_record_id = any (asked) order by m.source_record_id, m.since, m.until;
end $$;
revoke all on function customers.first_homes(text[]) from public;
grant execute on function customers.first_homes(text[]) to ${app};
