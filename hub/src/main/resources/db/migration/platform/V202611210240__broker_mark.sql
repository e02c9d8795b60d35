-- What the hub wrote into the broker's own store: a broker that does not hold it any more has lost its queues.
create table platform.broker_mark (
    the_only boolean primary key default true check (the_only),
    mark     text not null,
    made_at  timestamptz not null
);
call platform.wall('platform.broker_mark', 'false');

-- A try that laid a demand into a queue which was lost before anybody acknowledged the demand.
alter table platform.outbox_attempt drop constraint outbox_attempt_outcome_check;
alter table platform.outbox_attempt add constraint outbox_attempt_outcome_check
    check (outcome in ('SENT', 'ACKNOWLEDGED', 'REJECTED', 'FAILED', 'LOST'));
