-- Who was merged into a customer is asked for each time something hangs on its id.
create index customer_merged_into on customers.customer (merged_into) where merged_into is not null;
