-- One dispatch of a need at a time: where its team is gone, technicians can be asked for again.
alter table dispatch.dispatch drop constraint dispatch_need_id_key;
create unique index dispatch_running_once on dispatch.dispatch (need_id) where state <> 'CLOSED';
create index dispatch_need on dispatch.dispatch (need_id, number desc);
