create schema sales;
grant usage on schema sales to ${app};

-- 订单: facts a factory told; the highest revision speaks, the others are kept.
create table sales.sales_order (
    id         text primary key,
    factory    text not null,
    order_no   text not null,
    region     text,
    agent      text,
    revision   int,
    created_at timestamptz not null,
    unique (factory, order_no)
);
create index order_recent on sales.sales_order (id desc);
call platform.wall('sales.sales_order', $$factory = platform.scope_partner() or agent = platform.scope_partner()
    or (platform.scope_kind() = 'REGION' and region = platform.scope_region())$$);

create table sales.order_revision (
    order_id         text not null references sales.sales_order,
    revision         int not null check (revision >= 1),
    ordered_at       timestamptz not null,
    zone             text,
    source_record_id text not null,
    customer_name    text not null,
    agent            text,
    need_id          text,
    demand_id        text,
    currency         text not null,
    total            numeric(24, 8) not null,
    message_id       text not null unique,
    received_at      timestamptz not null,
    primary key (order_id, revision)
);
create index order_demand on sales.order_revision (demand_id);
create index order_record on sales.order_revision (source_record_id);
call platform.wall('sales.order_revision', 'exists (select 1 from sales.sales_order o where o.id = order_id)');

create table sales.order_line (
    order_id      text not null,
    revision      int not null,
    line_no       text not null,
    product_code  text not null,
    product_class text,
    model         text,
    qty           numeric(18, 4) not null,
    unit_price    numeric(18, 4) not null,
    primary key (order_id, revision, line_no),
    foreign key (order_id, revision) references sales.order_revision
);
call platform.wall('sales.order_line', 'exists (select 1 from sales.sales_order o where o.id = order_id)');

create table sales.milestone (
    order_id   text not null references sales.sales_order,
    kind       text not null check (kind in ('ACCEPTED', 'SCHEDULED', 'MADE', 'SHIPPED', 'INSTALLED', 'CUSTOMER_ACCEPTED')),
    at         timestamptz not null,
    message_id text not null,
    primary key (order_id, kind, at)
);
call platform.wall('sales.milestone', 'exists (select 1 from sales.sales_order o where o.id = order_id)');

create table sales.shipment (
    order_id    text not null references sales.sales_order,
    shipment_no text not null,
    shipped_at  timestamptz not null,
    message_id  text not null,
    primary key (order_id, shipment_no)
);
call platform.wall('sales.shipment', 'exists (select 1 from sales.sales_order o where o.id = order_id)');

create table sales.shipped_line (
    order_id    text not null,
    shipment_no text not null,
    n           int not null,
    line_no     text not null,
    qty         numeric(18, 4) not null,
    serial      text,
    primary key (order_id, shipment_no, n),
    foreign key (order_id, shipment_no) references sales.shipment
);
create index shipped_serial on sales.shipped_line (serial);
call platform.wall('sales.shipped_line', 'exists (select 1 from sales.sales_order o where o.id = order_id)');

-- 回款: payments received, as facts; nothing here ever posts one.
create table sales.payment (
    factory     text not null,
    payment_no  text not null,
    order_id    text not null references sales.sales_order,
    amount      numeric(18, 4) not null,
    currency    text not null,
    received_at timestamptz not null,
    message_id  text not null,
    primary key (factory, payment_no)
);
create index payment_order on sales.payment (order_id);
call platform.wall('sales.payment', 'exists (select 1 from sales.sales_order o where o.id = order_id)');

-- 代理商申报: an agent's reported lines. line_key and line_n name the line, content_hash what it said; the newest that is not superseded speaks.
create table sales.report_line (
    id               text primary key,
    agent            text not null,
    line_key         text not null,
    -- Rows alike in contract, model, day and customer are counted on; 0 where the agent numbers its lines itself.
    line_n           int not null,
    content_hash     text not null,
    report_no        text,
    line_no          text,
    sold_on          date not null,
    customer_name    text not null,
    source_record_id text not null,
    region           text,
    product_code     text,
    model            text,
    product_name     text,
    qty              numeric(18, 4) not null,
    unit_price       numeric(18, 4),
    amount           numeric(18, 4),
    contract_no      text,
    paid             numeric(18, 4),
    remark           text,
    extras           jsonb not null,
    flags            text[] not null,
    message_id       text not null,
    row_no           bigint not null,
    superseded_by    text references sales.report_line deferrable initially deferred,
    received_at      timestamptz not null
);
-- The effect key of a row: an agent's words are kept once, so a file dropped again after a correction cannot undo it.
create unique index report_line_once on sales.report_line (agent, content_hash);
create unique index report_line_speaks on sales.report_line (agent, line_key, line_n) where superseded_by is null;
create index report_line_counted on sales.report_line (agent, line_key, line_n);
create index report_line_heir on sales.report_line (superseded_by) where superseded_by is not null;
create unique index report_line_row on sales.report_line (message_id, row_no);
create index report_line_agent on sales.report_line (agent, id desc) where superseded_by is null;
create index report_line_record on sales.report_line (source_record_id);
call platform.wall('sales.report_line', $$agent = platform.scope_partner()
    or (platform.scope_kind() = 'REGION' and region = platform.scope_region() and current_setting('tongqu.role', true) = 'MANAGER')$$);
