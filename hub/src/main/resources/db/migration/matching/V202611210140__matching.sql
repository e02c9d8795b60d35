create schema matching;
grant usage on schema matching to ${app};

-- The marks a customer is known by today: a valid USCC, or a normalised name in a province. One mark, one customer.
create table matching.mark (
    mark        text primary key,
    customer_id text not null
);
create index mark_customer on matching.mark (customer_id);
-- Matching works for everybody and is asked by nobody directly.
call platform.wall('matching.mark', 'false');
grant delete on matching.mark to ${app};
