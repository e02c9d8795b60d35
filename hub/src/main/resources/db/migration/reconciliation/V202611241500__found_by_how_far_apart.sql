-- How far apart in words: behind the wall a comparison of numbers may not choose the rows of an index, one of texts may.
alter table reconciliation.cell add column net_said text generated always as (net::text) stored;
create index cell_opposite on reconciliation.cell (agent, product, net_said, month) where state = 'DIFFERS';
drop index reconciliation.cell_differs;
