-- Asked for each record that comes: in this language it is planned once a connection, in the other anew with each statement.
create or replace function customers.who_finds(record text) returns text[]
language plpgsql stable security definer set search_path = customers, pg_temp as $$
begin
    return (
        select array(
            select distinct mark from (
                select unnest(array['R:' || r.region, 'R:' || r.source, 'R:' || c.region, 'P:' || r.partner]) as mark
                union all
                select 'P:' || s.partner from customers.sight s where s.source_record_id = r.id) marks
            where mark is not null)
        from customers.source_record r
        join customers.membership m on m.source_record_id = r.id and m.until is null
        join customers.customer c on c.id = m.customer_id
        where r.id = record);
end $$;

-- Writes down what source records are found by, once they belong to a customer.
create function customers.keep_found(records text[], words_of text[], grams_of text[]) returns void
language plpgsql security definer set search_path = customers, pg_temp as $$
begin
    insert into customers.found_by (source_record_id, number, seen_by, words, grams)
    select m.source_record_id, c.number, customers.who_finds(m.source_record_id), w.words, w.grams::int[]
    from unnest(records, words_of, grams_of) as w(record, words, grams)
    join customers.membership m on m.source_record_id = w.record and m.until is null
    join customers.customer c on c.id = m.customer_id
    on conflict (source_record_id) do nothing;
end $$;
revoke all on function customers.keep_found(text[], text[], text[]) from public;
grant execute on function customers.keep_found(text[], text[], text[]) to ${app};
