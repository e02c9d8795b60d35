-- Work that one hub at a time does by the clock. The number grows with each lease and never goes back, so whoever held it before and wakes up late
-- finds that it is over, in the transaction in which it would have written.
create table platform.job_lease (
    name         text primary key,
    holder       text not null,
    fence        bigint not null,
    leased_until timestamptz not null
);
call platform.wall('platform.job_lease', 'false');
