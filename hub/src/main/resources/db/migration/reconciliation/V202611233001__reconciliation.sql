create schema reconciliation;
grant usage on schema reconciliation to ${app};

-- What one fact comes to: so many units of a product that the agent says it sold, the factory says it shipped, or the customer says it bought.
-- Derived from the rooms that keep the facts, in their transactions; customer_id follows the groups of customers.
create table reconciliation.figure (
    id               text primary key,
    -- The line, order or visit it was derived from; all of one origin are derived together.
    origin           text not null,
    kind             text not null check (kind in ('SOLD', 'SHIPPED', 'STATED')),
    agent            text not null,
    source_record_id text not null,
    customer_id      text not null,
    region           text,
    -- The product as it was written, folded; and as the rules call it.
    said             text not null,
    product          text not null,
    unit             text not null,
    said_qty         numeric(18, 4) not null,
    qty              numeric(22, 4) not null,
    day              date not null,
    month            date not null check (extract(day from month) = 1),
    message_id       text not null,
    row_no           bigint,
    -- What people call it: a contract or report number, an order and its shipment, a visit.
    reference        text not null,
    received_at      timestamptz not null
);
create index figure_origin on reconciliation.figure (origin);
create index figure_cell on reconciliation.figure (agent, product, month, customer_id);
create index figure_customer on reconciliation.figure (customer_id);
create index figure_said on reconciliation.figure (said);
call platform.wall('reconciliation.figure', $$platform.scope_kind() = 'REGION' and region = platform.scope_region()
    and current_setting('tongqu.role', true) = 'MANAGER'$$);
grant delete on reconciliation.figure to ${app};

-- The three figures side by side, for an agent, a product, a month and today's customer.
create table reconciliation.cell (
    agent         text not null,
    product       text not null,
    month         date not null,
    customer_id   text not null,
    region        text,
    sold          numeric(22, 4),
    shipped       numeric(22, 4),
    stated        numeric(22, 4),
    -- Of these, near the month's beginning and end: what may belong to the month beside it.
    sold_early    numeric(22, 4) not null,
    sold_late     numeric(22, 4) not null,
    shipped_early numeric(22, 4) not null,
    shipped_late  numeric(22, 4) not null,
    -- Shipped less sold, after what the months beside it explain; beyond the tolerance it differs.
    net           numeric(22, 4) not null default 0,
    state         text not null default 'PENDING' check (state in ('PENDING', 'AGREES', 'DIFFERS')),
    due           date not null,
    rules         int not null,
    primary key (agent, product, month, customer_id)
);
create index cell_differs on reconciliation.cell (agent, product, month) where state = 'DIFFERS';
create index cell_due on reconciliation.cell (due) where state = 'PENDING';
create index cell_series on reconciliation.cell (customer_id, agent, product);
create index cell_agent on reconciliation.cell (agent, month, state);
call platform.wall('reconciliation.cell', $$platform.scope_kind() = 'REGION' and region = platform.scope_region()
    and current_setting('tongqu.role', true) = 'MANAGER'$$);
grant delete on reconciliation.cell to ${app};

-- What a transaction touched and the worker has not looked at yet: a cell, or a customer whose records moved.
create table reconciliation.touched (
    no          bigint generated always as identity primary key,
    agent       text,
    product     text,
    month       date,
    customer_id text not null
);
call platform.wall('reconciliation.touched', $$platform.scope_kind() = 'REGION'$$);
grant delete on reconciliation.touched to ${app};

-- 差异: one difference, and everything that it explains together.
create table reconciliation.discrepancy (
    id          text primary key,
    number      bigint generated always as identity unique,
    agent       text not null,
    product     text not null,
    month       date not null,
    customer_id text not null,
    region      text,
    reading     text not null,
    -- Units that are in question.
    amount      numeric(22, 4) not null,
    sold        numeric(22, 4),
    shipped     numeric(22, 4),
    stated      numeric(22, 4),
    state       text not null check (state in ('OPEN', 'DECIDED', 'SETTLED')),
    owner       text,
    due         date not null,
    opened_at   timestamptz not null,
    moved_at    timestamptz not null,
    verdict     text,
    why         text,
    decided_by  text,
    decided_at  timestamptz,
    settled_at  timestamptz,
    -- The rule a decision made, which ends with it.
    taught      text,
    check ((state = 'DECIDED') = (verdict is not null))
);
create index discrepancy_state on reconciliation.discrepancy (state, number);
create index discrepancy_agent on reconciliation.discrepancy (agent, number);
call platform.wall('reconciliation.discrepancy', $$platform.scope_kind() = 'REGION' and region = platform.scope_region()
    and current_setting('tongqu.role', true) = 'MANAGER'$$);

-- The cells a case is about, with what was in question in each when it was last looked at; a cell stands in one open case at most.
create table reconciliation.case_cell (
    case_id     text not null references reconciliation.discrepancy,
    agent       text not null,
    product     text not null,
    month       date not null,
    customer_id text not null,
    net         numeric(22, 4) not null,
    sold        numeric(22, 4),
    shipped     numeric(22, 4),
    stated      numeric(22, 4),
    state       text not null check (state in ('OPEN', 'DECIDED', 'SETTLED')),
    primary key (case_id, agent, product, month, customer_id)
);
create unique index case_cell_once on reconciliation.case_cell (agent, product, month, customer_id) where state = 'OPEN';
create index case_cell_decided on reconciliation.case_cell (agent, product, month, customer_id) where state = 'DECIDED';
create index case_cell_customer on reconciliation.case_cell (customer_id);
call platform.wall('reconciliation.case_cell', 'exists (select 1 from reconciliation.discrepancy d where d.id = case_id)');
grant delete on reconciliation.case_cell to ${app};

-- What happened to a case, by the hub or a person.
create table reconciliation.case_event (
    id      text primary key,
    case_id text not null references reconciliation.discrepancy,
    kind    text not null check (kind in ('OPENED', 'MOVED', 'SETTLED', 'REOPENED', 'DECIDED', 'TAKEN_BACK', 'ASKED', 'ANSWERED')),
    by_whom text not null,
    words   text not null,
    at      timestamptz not null
);
create index case_event_case on reconciliation.case_event (case_id, id);
call platform.wall('reconciliation.case_event', 'exists (select 1 from reconciliation.discrepancy d where d.id = case_id)');

-- A question put to an agent: it sees the question and its own figure, never the others'.
create table reconciliation.question (
    id          text primary key,
    case_id     text not null,
    agent       text not null,
    region      text,
    product     text not null,
    month       date not null,
    customer    text not null,
    own_figure  numeric(22, 4),
    words       text not null,
    asked_by    text not null,
    asked_at    timestamptz not null,
    answer      text,
    answered_by text,
    answered_at timestamptz
);
create index question_case on reconciliation.question (case_id);
create index question_agent on reconciliation.question (agent, id);
call platform.wall('reconciliation.question', $$agent = platform.scope_partner()
    or (platform.scope_kind() = 'REGION' and region = platform.scope_region() and current_setting('tongqu.role', true) = 'MANAGER')$$);

-- 规则: what is tolerated; the newest version speaks, the others are kept.
create table reconciliation.rules (
    version           int primary key,
    tolerance_units   numeric(18, 4) not null check (tolerance_units >= 0),
    tolerance_percent numeric(7, 4) not null check (tolerance_percent between 0 and 100),
    lag_days          int not null check (lag_days between 0 and 15),
    grace_days        int not null check (grace_days between 0 and 90),
    by_whom           text not null,
    why               text not null,
    since             timestamptz not null
);
insert into reconciliation.rules values (1, 0, 0, 7, 10, 'hub', '', now());
call platform.wall('reconciliation.rules', $$platform.scope_kind() = 'REGION'$$);

-- 产品同义: what one product is called too.
create table reconciliation.synonym (
    id      text primary key,
    said    text not null,
    product text not null,
    origin  text not null check (origin in ('FACTORY', 'PERSON', 'DECISION')),
    by_whom text not null,
    since   timestamptz not null,
    until   timestamptz,
    check (said <> product)
);
create unique index synonym_once on reconciliation.synonym (said) where until is null;
call platform.wall('reconciliation.synonym', $$platform.scope_kind() = 'REGION'$$);

-- 单位: how many units of the factory one of these is; for one agent or product, or for all.
create table reconciliation.unit (
    id      text primary key,
    agent   text not null default '',
    product text not null default '',
    unit    text not null default '',
    factor  numeric(30, 15) not null check (factor > 0),
    origin  text not null check (origin in ('PERSON', 'DECISION')),
    by_whom text not null,
    since   timestamptz not null,
    until   timestamptz
);
create unique index unit_once on reconciliation.unit (agent, product, unit) where until is null;
call platform.wall('reconciliation.unit', $$platform.scope_kind() = 'REGION'$$);

-- 代理商评分: one month of one agent; counted anew by the worker where it is stale.
create table reconciliation.score (
    agent       text not null,
    month       date not null,
    volume      numeric(22, 4) not null default 0,
    judged      bigint not null default 0,
    agreed      bigint not null default 0,
    -- When its first line of the month came in.
    reported_at timestamptz,
    stale       boolean not null default true,
    primary key (agent, month)
);
create index score_stale on reconciliation.score (agent, month) where stale;
call platform.wall('reconciliation.score', $$platform.scope_kind() = 'REGION' and current_setting('tongqu.role', true) = 'MANAGER'$$);
