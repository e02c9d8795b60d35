-- Who keeps a customer keeps a part that is taken out of it, too.
alter table keeping.keeper drop constraint keeper_why_check;
alter table keeping.keeper add constraint keeper_why_check check (why in ('FIRST_VISIT', 'HANDOVER', 'UNDONE', 'DECIDED', 'SPLIT'));
