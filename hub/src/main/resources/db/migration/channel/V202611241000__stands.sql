-- Whether an agent of record stands at this moment; for walls of rooms above, whose readers may see only their own row of it, or none.
create function channel.stands(record text) returns boolean language sql stable security definer set search_path = channel, pg_temp
    return exists (select 1 from channel.agent_of_record r where r.id = record and r.until is null);
revoke all on function channel.stands(text) from public;
grant execute on function channel.stands(text) to ${app};
