-- One agent's sale and another's shipment at one customer are found by their index, as all that differ as much the other way are.
create index cell_other_agent on reconciliation.cell (customer_id, product, net_said) where state = 'DIFFERS';
