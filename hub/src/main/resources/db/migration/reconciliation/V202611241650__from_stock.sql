-- 库存: whose own firm the customer is, the agent's or a dealer's; empty for an end user, absent until it was asked. And how many of what was
-- sold without a shipment had come into stock before; absent where nobody in reach keeps stock of the product.
alter table reconciliation.cell add column stock_of text;
alter table reconciliation.cell add column from_stock numeric(22, 4);
alter table reconciliation.cell add column drawn boolean generated always as (coalesce(from_stock, 0) <> 0) stored;
create index cell_stock on reconciliation.cell (product, stock_of) where stock_of <> '' or drawn;
-- All are asked at once on the first look.
insert into reconciliation.touched (agent, product, month, customer_id)
select agent, product, month, customer_id from reconciliation.cell;
