-- Two facts a cell that agree, of agents that do business in the bench and customers that nobody asks for; no triggers, for nothing hangs on them.
set session_replication_role = replica;

create temporary table laid as
select g, 'bench-rec-' || lpad((g % 60)::text, 2, '0') as agent, 'XK' || lpad((7000 + 13 * (g / 60 % 40))::text, 4, '0') as product,
       (date '2022-01-01' + (g / 2400 % 36) * interval '1 month')::date as month, 'laid-' || lpad((g / 86400)::text, 6, '0') as customer
from generate_series(1, :facts / 2) g;

insert into reconciliation.figure (id, origin, kind, agent, source_record_id, customer_id, region, said, product, unit, said_qty, qty, day, month,
    message_id, row_no, reference, received_at)
select 'laid-' || k.kind || l.g, 'laid-' || k.kind || l.g, k.kind, l.agent, l.customer, l.customer, 'NE', l.product, l.product, '',
       1 + l.g % 20, 1 + l.g % 20, l.month + 14, l.month, 'laid', l.g, 'laid', now()
from laid l cross join (values ('SOLD'), ('SHIPPED')) k(kind);

insert into reconciliation.cell (agent, product, month, customer_id, region, sold, shipped, sold_early, sold_late, shipped_early, shipped_late, net,
    state, due, rules)
select agent, product, month, customer, 'NE', 1 + g % 20, 1 + g % 20, 0, 0, 0, 0, 0, 'AGREES', month + 40, 1 from laid;

drop table laid;
reset session_replication_role;
