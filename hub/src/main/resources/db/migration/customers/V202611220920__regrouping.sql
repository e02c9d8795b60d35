-- Why a record is where it is: the member it goes best with, and what weighs between them in log-odds.
alter table customers.membership add column because text references customers.source_record;
alter table customers.membership add column score real;

-- Who has ordered: a customer is an actual one where a record of it has, however it is grouped.
create table customers.buyer (
    source_record_id text primary key references customers.source_record,
    since            timestamptz not null
);
call platform.wall('customers.buyer', 'exists (select 1 from customers.source_record r where r.id = source_record_id)');
insert into customers.buyer (source_record_id, since)
select m.source_record_id, c.changed_at from customers.customer c join customers.membership m on m.customer_id = c.id and m.until is null
where c.life_state = 'ACTUAL';

-- A person's word on two sides of records; taken back it counts no more and stays to be read.
create table customers.decision (
    id            text primary key,
    same          boolean not null,
    left_records  text[] not null,
    right_records text[] not null,
    who           text not null,
    why           text,
    -- What the engine thought of the pair that was asked about.
    score         real,
    at            timestamptz not null,
    taken_back_at timestamptz,
    taken_back_by text
);
create index decision_left on customers.decision using gin (left_records) where taken_back_at is null;
create index decision_right on customers.decision using gin (right_records) where taken_back_at is null;
create index decision_newest on customers.decision (at desc, id desc);
call platform.wall('customers.decision', 'false');

-- Two records of different customers that a person should look at.
create table customers.doubt (
    record        text not null references customers.source_record,
    other         text not null references customers.source_record,
    score         real not null,
    reason        text not null,
    since         timestamptz not null,
    put_off_until timestamptz,
    primary key (record, other)
);
create index doubt_other on customers.doubt (other);
create index doubt_score on customers.doubt (score desc, record, other);
call platform.wall('customers.doubt', 'false');
grant delete on customers.doubt to ${app};

-- 合并与拆分: each regrouping, by whom or by what.
create table customers.regrouping (
    id          text primary key,
    kind        text not null check (kind in ('MERGED', 'SPLIT', 'REVIVED')),
    customer_id text not null references customers.customer,
    other_id    text not null references customers.customer,
    at          timestamptz not null,
    who         text not null,
    message_id  text,
    reason      text not null
);
create index regrouping_customer on customers.regrouping (customer_id, at desc);
create index regrouping_other on customers.regrouping (other_id, at desc);
call platform.wall('customers.regrouping', $$platform.scope_kind() = 'REGION'
    and exists (select 1 from customers.customer c where c.id in (customer_id, other_id))$$);
revoke update on customers.regrouping from ${app};

-- Records that came while others did: looked at once more when those are done.
create table customers.look (
    source_record_id text primary key references customers.source_record,
    after            xid8 not null
);
call platform.wall('customers.look', 'false');
grant delete on customers.look to ${app};
-- What was there before this rule is looked at by it now.
insert into customers.look (source_record_id, after) select id, '0'::xid8 from customers.source_record;
