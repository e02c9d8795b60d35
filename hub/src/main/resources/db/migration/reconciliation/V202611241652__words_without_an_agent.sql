-- A customer's word that names no agent: its agent is the only one that has figures there, and empty where there are none or several.
alter table reconciliation.figure add column guessed boolean not null default false;
create index figure_guessed on reconciliation.figure (customer_id, product, month) where guessed;
