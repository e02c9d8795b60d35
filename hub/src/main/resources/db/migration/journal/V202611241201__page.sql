-- A person may write a message on a page of the hub itself; it is kept like one from a wire.
alter table journal.message drop constraint message_channel_check;
alter table journal.message add constraint message_channel_check
    check (channel in ('REST', 'SOAP', 'JMS', 'BRANCH', 'FILE', 'REPLY', 'PAGE'));
