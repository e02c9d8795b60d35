-- Needs whose factories were asked before agents were told: the hub tells the agents that serve their customers today, once, and forgets them here.
create table demand.untold (
    need_id text primary key
);
call platform.wall('demand.untold', 'false');
grant delete on demand.untold to ${app};
insert into demand.untold
select distinct d.need_id from demand.demand d
where d.state in ('WAITING', 'SENT', 'ACKNOWLEDGED', 'QUOTED') and not exists (select 1 from demand.served s where s.demand_id = d.id);
