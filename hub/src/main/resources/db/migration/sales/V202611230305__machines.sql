-- Shipped under any writing of its serial number, a machine is found under one number.
alter table sales.shipped_line add column machine text generated always as (platform.machine(serial)) stored;
create index shipped_machine on sales.shipped_line (machine) where machine is not null;
drop index sales.shipped_serial;
