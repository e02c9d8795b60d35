-- By which wire a parcel was last tried: partners have servers that speak REST or SOAP, or queues, or fetch by either.
alter table platform.outbox add column channel text check (channel in ('REST', 'SOAP', 'JMS', 'FILE'));
-- Word of a file has but one way. Which way a demand took before today is not known any more, and is not made up.
update platform.outbox set channel = 'FILE' where kind = 'FILE_DONE' and attempts > 0;
