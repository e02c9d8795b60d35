-- 销售活动: a call, samples or a quote sent, beside the visits. It keeps who did it, whoever keeps the customer later.
create table keeping.activity (
    id          text primary key,
    customer_id text not null,
    region      text,
    branch      text,
    kind        text not null check (kind in ('CALL', 'SAMPLE', 'QUOTE_SENT')),
    person      text not null,
    happened_at timestamptz not null,
    words       text not null check (length(words) between 1 and 1000),
    need_id     text,
    amount      numeric(18, 4) check (amount > 0),
    currency    text,
    entered_at  timestamptz not null,
    check ((amount is null) = (currency is null))
);
create index activity_customer on keeping.activity (customer_id, happened_at desc);
call platform.wall('keeping.activity', $$person = platform.scope_login()
    or (platform.scope_kind() = 'REGION' and platform.scope_region() in (region, branch))$$);
revoke update on keeping.activity from ${app};
