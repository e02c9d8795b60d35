-- What somebody should look at in an order that was taken all the same, e.g. a zone and a province that contradict each other.
alter table sales.sales_order add column flags text[] not null default '{}';
