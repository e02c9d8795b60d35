create schema coverage;
grant usage on schema coverage to ${app};

-- 覆盖矩阵: who is there for a product class, and all below it, in a region. One that is over is ended, not erased.
create table coverage.assignment (
    id            text primary key,
    login         text not null,
    region        text not null,
    product_class text not null,
    direct_seller boolean not null,
    from_day      date not null,
    until_day     date,
    entered_by    text not null,
    entered_at    timestamptz not null,
    check (until_day is null or until_day >= from_day)
);
create index assignment_cell on coverage.assignment (region, product_class);
call platform.wall('coverage.assignment', $$platform.scope_kind() = 'REGION' and region = platform.scope_region()$$);

-- 替岗: while somebody is away another stands in for all of her cells, or nobody does.
create table coverage.absence (
    id            text primary key,
    login         text not null,
    region        text not null,
    from_day      date not null,
    until_day     date not null,
    stand_in      text,
    why           text not null,
    entered_by    text not null,
    entered_at    timestamptz not null,
    taken_back_at timestamptz,
    check (until_day >= from_day)
);
create index absence_login on coverage.absence (login, until_day) where taken_back_at is null;
call platform.wall('coverage.absence', $$platform.scope_kind() = 'REGION' and region = platform.scope_region()$$);

-- 分派: whose a need is besides whoever raised it, because she covers a class of it in its region.
create table coverage.routed (
    need_id       text not null,
    login         text not null,
    region        text not null,
    product_class text not null,
    at            timestamptz not null,
    primary key (need_id, login)
);
create index routed_login on coverage.routed (login, at desc);
call platform.wall('coverage.routed', $$platform.scope_kind() = 'REGION' and region = platform.scope_region()$$);
