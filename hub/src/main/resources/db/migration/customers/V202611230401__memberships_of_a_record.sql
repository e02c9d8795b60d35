-- Whose a record ever was is asked for each record that comes: without this every membership there is would be read.
create index membership_record on customers.membership (source_record_id, since);
