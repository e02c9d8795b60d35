-- 知会到人: a notice reaches each person it is for, in the one inbox, until that person has seen it. What was told before stands on its dispatch.
alter table dispatch.notice drop constraint notice_kind_check;
alter table dispatch.notice add constraint notice_kind_check
    check (kind in ('OPENED', 'NAMED', 'DEADLINE_MISSED', 'REFUSED', 'CLASH', 'CLOSED', 'BOOKED', 'RELEASED'));
alter table dispatch.notice drop constraint notice_for_role_check;
alter table dispatch.notice add constraint notice_for_role_check check (for_role in ('MANAGER', 'DESK', 'REP', 'TECHNICIAN'));
alter table dispatch.notice add column for_login text, add column told_at timestamptz;
update dispatch.notice set told_at = at;
create index notice_untold on dispatch.notice (id) where told_at is null;

create table dispatch.told (
    notice_id   text not null references dispatch.notice,
    login       text not null,
    dispatch_id text not null references dispatch.dispatch,
    kind        text not null,
    what        text not null,
    words       text not null,
    at          timestamptz not null,
    seen_at     timestamptz,
    primary key (login, notice_id)
);
create index told_unseen on dispatch.told (login, notice_id desc) where seen_at is null;
call platform.wall('dispatch.told', 'login = platform.scope_login()');
