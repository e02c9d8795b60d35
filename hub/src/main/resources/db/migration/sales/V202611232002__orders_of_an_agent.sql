-- What came through an agent is asked for on its page.
create index sales_order_agent on sales.sales_order (agent) where agent is not null;
