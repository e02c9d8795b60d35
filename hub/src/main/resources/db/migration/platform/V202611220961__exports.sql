-- 导出记录: who took which list out of the house, under which filters, and how many rows; for good.
create table platform.export (
    id    text primary key,
    at    timestamptz not null,
    login text not null,
    list  text not null,
    query text not null,
    rows  bigint not null
);
create index export_login on platform.export (login, at desc);
call platform.wall('platform.export', 'login = platform.scope_login()');
revoke update on platform.export from ${app};
