-- The search is asked for a visit's number alone, whichever branch's it is.
create index visit_number on visits.visit (visit_no);
