-- The form by which it was sent: whoever presses twice logs once.
alter table support.action add column form_no text check (length(form_no) between 1 and 64);
alter table support.action add constraint action_once unique (entered_by, form_no);
