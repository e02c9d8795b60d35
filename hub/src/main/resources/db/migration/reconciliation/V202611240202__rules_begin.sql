-- 起始月: months before it are not held against one another; a hub that took in years of history need not open them all as differences.
alter table reconciliation.rules add column from_month date check (extract(day from from_month) = 1);
