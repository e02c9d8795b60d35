-- Holds these customers until the end, in the order of ids, and only then asks for their records: two statements in one trip, the second of
-- which sees what those kept whom the first had to wait for.
create function customers.held(ids text[]) returns setof text language plpgsql volatile as $$
begin
    perform c.id from customers.customer c where c.id = any (ids) order by c.id for update;
    return query select m.source_record_id from customers.membership m where m.customer_id = any (ids) and m.until is null;
end $$;
revoke all on function customers.held(text[]) from public;
grant execute on function customers.held(text[]) to ${app};
