-- What many hold stands among the newest 5,000 already; of what does not so few rows hold it that reading those is cheaper than reading on.
create or replace function customers.found(likes text[], grams_of int[], before_number bigint, max_rows int)
returns table (customer_id text, number bigint)
language plpgsql stable security definer set search_path = customers, pg_temp as $$
declare
    few constant int := 5000;
    numbers bigint[] := customers.found_along(likes, before_number, max_rows, case when cardinality(grams_of) = 0 then 50000 else 5000 end);
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
