-- The search is asked for a number alone, whoever's it is.
create index sales_order_number on sales.sales_order (order_no);
create index report_line_contract on sales.report_line (contract_no) where superseded_by is null and contract_no is not null;
