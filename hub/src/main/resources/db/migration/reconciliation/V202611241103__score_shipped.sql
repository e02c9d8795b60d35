-- What factories say they shipped through the agent in the month, beside what it says it sold; absent until the month is counted anew.
alter table reconciliation.score add column shipped numeric(22, 4);
update reconciliation.score set stale = true;
