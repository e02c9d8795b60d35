-- No trigger and no check of a foreign key: each row is made from rows that are there.
set local session_replication_role = replica;

create temporary table known on commit drop as
select row_number() over (order by id) as n, id, name, region, source from customers.source_record where source like 'bench-agent-%';
create unique index on known (n);
create temporary table many on commit drop as select count(*) as records from known;
analyze known;
-- A home that was filled on has some from before.
create temporary table before on commit drop as
select (select count(*) from sales.sales_order where id like 'bench-order-%') as orders,
       (select count(*) from visits.visit where id like 'bench-visit-%') as visits;

-- An order in three lines; a third of all records have ordered.
create temporary table bought on commit drop as
select g as n, 'bench-order-' || lpad(g::text, 9, '0') as id, 'BO-' || lpad(g::text, 8, '0') as order_no,
       1 + (g::bigint * 7919) % (select greatest(1, records / 3) from many) as record
from before cross join lateral generate_series(before.orders + 1, before.orders + :orders) g;

insert into sales.sales_order (id, factory, order_no, region, agent, revision, created_at)
select b.id, 'factory-crane', b.order_no, k.region, k.source, 1, now() from bought b join known k on k.n = b.record;
insert into sales.order_revision (order_id, revision, ordered_at, source_record_id, customer_name, currency, total, message_id, received_at)
select b.id, 1, now() - (b.n % 1000) * interval '1 day', k.id, k.name, 'CNY', 30000 + b.n % 1000, 'bench-message-' || b.n, now()
from bought b join known k on k.n = b.record;
insert into sales.order_line (order_id, revision, line_no, product_code, product_class, model, qty, unit_price)
select b.id, 1, l::text, 'P' || (b.n + l) % 200, 'CRANE', 'QD20', l, 10000 from bought b cross join generate_series(1, 3) l;

insert into customers.buyer (source_record_id, since)
select distinct k.id, now() from bought b join known k on k.n = b.record on conflict do nothing;
update customers.customer c set life_state = 'ACTUAL' where life_state = 'PROSPECT' and exists (
    select 1 from customers.membership m join customers.buyer b on b.source_record_id = m.source_record_id
    where m.customer_id = c.id and m.until is null);

-- A visit in one reading of a machine.
insert into visits.visit (id, branch, visit_no, rep, region, format_version, visited_at, source_record_id, message_id, received_at)
select 'bench-visit-' || lpad(g::text, 9, '0'), coalesce(k.region, 'NE'), 'BV-' || lpad(g::text, 8, '0'), 'rep-ne-1', coalesce(k.region, 'NE'), 1,
       now() - (g % 700) * interval '1 day', k.id, 'bench-visit-message-' || g, now()
from before cross join lateral generate_series(before.visits + 1, before.visits + :visits) g join known k on k.n = 1 + (g::bigint * 104729) % (select records from many);
insert into visits.usage_reading (visit_id, n, serial, model, running_hours, read_at)
select 'bench-visit-' || lpad(g::text, 9, '0'), 1, 'QD20-' || lpad(g::text, 8, '0'), 'QD20', g % 9000, now() from before cross join lateral generate_series(before.visits + 1, before.visits + :visits) g;
