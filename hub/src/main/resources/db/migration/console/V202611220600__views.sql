create schema console;
grant usage on schema console to ${app};

-- 视图: filters of a list under a name. A deleted one stays, so that the deed can be taken back.
create table console.saved_view (
    id         text primary key,
    login      text not null,
    path       text not null check (path ~ '^/[a-z-]{1,40}$'),
    name       text not null check (length(name) between 1 and 40),
    query      text not null check (length(query) <= 1000),
    shared     boolean not null,
    created_at timestamptz not null,
    deleted_at timestamptz
);
create unique index saved_view_name on console.saved_view (login, path, name) where deleted_at is null;
create index saved_view_shared on console.saved_view (path) where shared and deleted_at is null;
-- One's own, and what colleagues share; who works for a partner is no colleague, whatever is shared.
call platform.wall('console.saved_view', $$login = platform.scope_login()
    or (shared and platform.scope_kind() in ('REGION', 'SELF') and platform.scope_partner() is null)$$);

-- Which view a person's list opens with; none where it was taken back.
create table console.default_view (
    login   text not null,
    path    text not null,
    view_id text references console.saved_view,
    primary key (login, path)
);
call platform.wall('console.default_view', 'login = platform.scope_login()');
