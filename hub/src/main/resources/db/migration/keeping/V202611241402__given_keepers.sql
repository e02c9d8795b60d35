-- A customer that nobody keeps any more is given to whoever covers what it asks for.
alter table keeping.keeper drop constraint keeper_why_check;
alter table keeping.keeper add constraint keeper_why_check
    check (why in ('FIRST_VISIT', 'HANDOVER', 'UNDONE', 'DECIDED', 'SPLIT', 'GIVEN'));

-- A keeper is of the region the customer had when it came to him. So that a customer that moved since is neither taken for nobody's nor
-- given twice, the owner tells who keeps one, and ends those who left; who may give which customer is asked before.
create function keeping.keepers_today(of_customers text[]) returns table (customer_id text, person text)
language sql stable security definer set search_path = keeping, pg_temp as $$
    select customer_id, person from keeping.keeper
    where customer_id = any(of_customers) and until is null and platform.scope_kind() in ('HQ', 'REGION', 'WORKER')
$$;
create function keeping.end_those_who_left(of_customers text[], persons text[], moment timestamptz) returns bigint
language sql security definer set search_path = keeping, pg_temp as $$
    with ended as (
        update keeping.keeper set until = moment
        where customer_id = any(of_customers) and person = any(persons) and until is null and platform.scope_kind() in ('HQ', 'REGION')
        returning 1)
    select count(*) from ended
$$;
revoke all on function keeping.keepers_today(text[]), keeping.end_those_who_left(text[], text[], timestamptz) from public;
grant execute on function keeping.keepers_today(text[]), keeping.end_those_who_left(text[], text[], timestamptz) to ${app};
