-- A file of 50,000 rows has twice as many keys, of which a list shows a few: in this order they are the first of the index.
create index business_key_of_message on journal.business_key (message_id, name, value);
drop index journal.business_key_message;
