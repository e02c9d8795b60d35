-- Whether somebody has left matters in every sight, though a person's row is that person's own: of logins asked for by name the owner tells
-- those that are switched off, and nothing else of them.
create function people.switched_off(asked text[]) returns setof text
language sql stable security definer set search_path = people, pg_temp as $$
    select login from people.app_user where login = any(asked) and not active
$$;
revoke all on function people.switched_off(text[]) from public;
grant execute on function people.switched_off(text[]) to ${app};
