-- Read on a visit in any writing, a machine is found under one number.
alter table visits.usage_reading add column machine text not null generated always as (platform.machine(serial)) stored;
create index usage_machine on visits.usage_reading (machine, read_at);
drop index visits.usage_serial;
