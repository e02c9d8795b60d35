-- Whose days became free may help any region: whoever ends a team within one region has all that wait planned anew, seeing none of them.
create function dispatch.all_touched() returns void language sql security definer set search_path = dispatch, pg_temp as $$
    update dispatch.dispatch set stale = true where state = 'OPEN' and not stale and platform.scope_kind() in ('HQ', 'REGION', 'WORKER')
$$;
revoke all on function dispatch.all_touched() from public;
grant execute on function dispatch.all_touched() to ${app};
