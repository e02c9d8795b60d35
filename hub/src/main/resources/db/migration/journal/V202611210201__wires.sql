-- Messages come by more wires than REST and files.
alter table journal.message drop constraint message_channel_check;
alter table journal.message add constraint message_channel_check check (channel in ('REST', 'SOAP', 'JMS', 'BRANCH', 'FILE', 'REPLY'));
