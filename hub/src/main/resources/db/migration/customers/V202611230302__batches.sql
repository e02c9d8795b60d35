-- Words given on many pairs at once are taken back at once.
alter table customers.decision add column batch text;
create index decision_batch on customers.decision (batch) where batch is not null;
