-- 查找: what a source record can be found by. Words are as people may type them (half width, simplified, capitals, pinyin, initials), a line
-- each; grams are every two neighbouring Chinese characters and every three letters or digits of them, packed into a number.
create table customers.found_by (
    source_record_id text primary key references customers.source_record,
    -- Today's customer, by the number that lists are sorted by.
    number           bigint not null,
    -- Regions (R:) and partners (P:) that may find it.
    seen_by          text[] not null,
    words            text not null,
    grams            int[] not null
);
call platform.wall('customers.found_by', 'false');
grant delete on customers.found_by to ${app};

-- Source records from before there was a search, until the hub has written down what they are found by.
create table customers.unfound (
    source_record_id text primary key references customers.source_record
);
call platform.wall('customers.unfound', 'false');
grant delete on customers.unfound to ${app};
insert into customers.unfound select id from customers.source_record;

-- Newest customers first; the words of many rows are read along it, so that what half of all customers hold is found at once.
create index found_by_number on customers.found_by (number);
-- A search shall never wait for a list of what was added lately, nor the adding for that list to be worked off.
create index found_by_grams on customers.found_by using gin (grams, seen_by) with (fastupdate = off);

create function customers.who_finds(record text) returns text[] language sql stable security definer set search_path = customers, pg_temp as $$
    select array(
        select distinct mark from (
            select unnest(array['R:' || r.region, 'R:' || r.source, 'R:' || c.region, 'P:' || r.partner]) as mark
            union all
            select 'P:' || s.partner from customers.sight s where s.source_record_id = r.id) marks
        where mark is not null)
    from customers.source_record r
    join customers.membership m on m.source_record_id = r.id and m.until is null
    join customers.customer c on c.id = m.customer_id
    where r.id = record
$$;
revoke all on function customers.who_finds(text) from public;
grant execute on function customers.who_finds(text) to ${app};

-- Whoever joins, parts, places or shows a record need not think of the search: these three do.
create function customers.find_joined_anew() returns trigger language plpgsql security definer set search_path = customers, pg_temp as $$
begin
    update customers.found_by f set number = c.number, seen_by = customers.who_finds(f.source_record_id)
    from customers.customer c
    where f.source_record_id = new.source_record_id and c.id = new.customer_id;
    return null;
end $$;
revoke all on function customers.find_joined_anew() from public;
create trigger found_under_its_customer after insert on customers.membership
    for each row when (new.until is null) execute function customers.find_joined_anew();

create function customers.find_placed_anew() returns trigger language plpgsql security definer set search_path = customers, pg_temp as $$
begin
    update customers.found_by f set seen_by = customers.who_finds(f.source_record_id)
    from customers.membership m
    where m.customer_id = new.id and m.until is null and f.source_record_id = m.source_record_id;
    return null;
end $$;
revoke all on function customers.find_placed_anew() from public;
create trigger found_in_its_region after update on customers.customer
    for each row when (new.region is distinct from old.region) execute function customers.find_placed_anew();

create function customers.find_shown_anew() returns trigger language plpgsql security definer set search_path = customers, pg_temp as $$
begin
    update customers.found_by set seen_by = coalesce(customers.who_finds(source_record_id), seen_by)
    where source_record_id = new.source_record_id;
    return null;
end $$;
revoke all on function customers.find_shown_anew() from public;
create trigger found_by_whom_it_is_shown after insert on customers.sight
    for each row execute function customers.find_shown_anew();

-- Null for those who see everything.
create function customers.finds_as() returns text[] language sql stable set search_path = customers, pg_temp as $$
    select case platform.scope_kind()
        when 'HQ' then null when 'WORKER' then null
        when 'REGION' then array_remove(array['R:' || platform.scope_region(), 'P:' || platform.scope_partner()], null)
        when 'PARTNER' then array_remove(array['P:' || platform.scope_partner()], null)
        else '{}' end
$$;
revoke all on function customers.finds_as() from public;
grant execute on function customers.finds_as() to ${app};

-- Along the newest rows: soon done for what many hold. These functions run as the owner, for LIKE is not leakproof and would otherwise scan;
-- they apply the scope themselves.
create function customers.found_along(likes text[], before_number bigint, max_rows int, steps bigint) returns bigint[]
language plpgsql stable security definer set search_path = customers, pg_temp set enable_seqscan = off set enable_bitmapscan = off as $$
declare
    mine text[] := customers.finds_as();
begin
    return array(
        select distinct w.number
        from (select f.number, f.words, f.seen_by from customers.found_by f
              where f.number < before_number order by f.number desc limit steps) w
        where w.words like all (likes) and (mine is null or w.seen_by && mine)
        order by w.number desc limit max_rows);
end $$;
revoke all on function customers.found_along(text[], bigint, int, bigint) from public;

-- By grams: soon done for what few hold. At most so many rows, in no order.
create function customers.found_by_grams(likes text[], grams_of int[], before_number bigint, most int) returns bigint[]
language plpgsql stable security definer set search_path = customers, pg_temp set enable_seqscan = off set enable_indexscan = off as $$
declare
    mine text[] := customers.finds_as();
begin
    if mine is null then
        return array(
            select f.number from customers.found_by f
            where f.grams @> grams_of and f.words like all (likes) and f.number + 0 < before_number limit most);
    end if;
    return array(
        select f.number from customers.found_by f
        where f.grams @> grams_of and f.seen_by && mine and f.words like all (likes) and f.number + 0 < before_number limit most);
end $$;
revoke all on function customers.found_by_grams(text[], int[], bigint, int) from public;

-- Customers whose words hold all the likes, newest first: what many hold stands among the newest; what does not is rare and its grams find it;
-- what is common after all, but not lately, is read along to the end. A term too short to have grams is looked for among the newest alone.
create function customers.found(likes text[], grams_of int[], before_number bigint, max_rows int)
returns table (customer_id text, number bigint)
language plpgsql stable security definer set search_path = customers, pg_temp as $$
declare
    few constant int := 5000;
    numbers bigint[] := customers.found_along(likes, before_number, max_rows, case when cardinality(grams_of) = 0 then 50000 else 20000 end);
begin
    if cardinality(numbers) < max_rows and cardinality(grams_of) > 0 then
        numbers := customers.found_by_grams(likes, grams_of, before_number, few);
        if cardinality(numbers) = few then
            numbers := customers.found_along(likes, before_number, max_rows, null);
        end if;
    end if;
    return query
        select c.id, c.number from customers.customer c
        where c.number = any (numbers) and c.merged_into is null
        order by c.number desc limit max_rows;
end $$;
revoke all on function customers.found(text[], int[], bigint, int) from public;
grant execute on function customers.found(text[], int[], bigint, int) to ${app};

drop function customers.search(text, bigint, int);
