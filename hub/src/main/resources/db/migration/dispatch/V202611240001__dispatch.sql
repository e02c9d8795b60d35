create schema dispatch;
grant usage on schema dispatch to ${app};

-- 分级序列: the ladder of technicians and for which grades of need each rung may be sent without a person saying why.
create table dispatch.tier (
    level  int primary key check (level between 1 and 9),
    zh     text not null,
    en     text not null,
    grades text[] not null
);
insert into dispatch.tier values
    (1, '助理工程师', 'Assistant engineer', '{C}'),
    (2, '工程师', 'Engineer', '{B,C}'),
    (3, '高级工程师', 'Senior engineer', '{A,B,C}'),
    (4, '专家', 'Expert', '{A,B}'),
    (5, '首席专家', 'Chief expert', '{A}');
call platform.wall('dispatch.tier', $$platform.scope_kind() <> ''$$);

-- 技术人员: who may be sent, from where, at most how many days a month; the line manager stays whoever it was.
create table dispatch.technician (
    id           text primary key,
    login        text unique,
    name         text not null,
    level        int not null references dispatch.tier,
    region       text not null,
    line_manager text not null,
    days_cap     int not null check (days_cap between 0 and 31),
    active       boolean not null default true,
    entered_by   text not null,
    entered_at   timestamptz not null,
    version      int not null default 1
);
call platform.wall('dispatch.technician', 'login = platform.scope_login()');

-- 技能: a trade in a product class and all below it. One that is given up is ended, not erased.
create table dispatch.skill (
    technician_id text not null references dispatch.technician,
    product_class text not null,
    trade         text not null check (trade in ('SELECTION', 'DESIGN', 'ELECTRICAL', 'INSTALLATION', 'SERVICE')),
    ended_at      timestamptz,
    primary key (technician_id, product_class, trade)
);
call platform.wall('dispatch.skill', 'exists (select 1 from dispatch.technician t where t.id = technician_id)');

create table dispatch.absence (
    id            text primary key,
    technician_id text not null references dispatch.technician,
    from_day      date not null,
    until_day     date not null,
    why           text not null,
    entered_by    text not null,
    entered_at    timestamptz not null,
    taken_back_at timestamptz,
    check (until_day >= from_day)
);
create index absence_technician on dispatch.absence (technician_id, until_day) where taken_back_at is null;
call platform.wall('dispatch.absence', 'exists (select 1 from dispatch.technician t where t.id = technician_id)');

-- 派工: one a need. The deadline is by when every place has its technician named.
create table dispatch.dispatch (
    id          text primary key,
    number      bigint generated always as identity unique,
    need_id     text not null unique,
    need_number text not null,
    summary     text not null,
    grade       text not null check (grade in ('A', 'B', 'C')),
    region      text not null,
    branch      text not null,
    wanted_by   date,
    state       text not null check (state in ('OPEN', 'NAMED', 'CLOSED')),
    opened_by   text not null,
    opened_at   timestamptz not null,
    deadline    timestamptz not null,
    named_at    timestamptz,
    closed_at   timestamptz,
    closed_why  text check (closed_why in ('NEED_ENDED', 'DONE', 'GRADE_LOWERED')),
    rating      int check (rating between 1 and 5),
    rated_by    text,
    rated_at    timestamptz,
    -- Something moved since the plan last looked at it.
    stale       boolean not null default true,
    version     int not null default 1
);
create index dispatch_running on dispatch.dispatch (deadline) where state <> 'CLOSED';
create index dispatch_stale on dispatch.dispatch (id) where stale;
create index dispatch_recent on dispatch.dispatch (number desc);

-- 岗位: a place of the team, the trade it asks for and who is proposed or booked for it, with the reasons as the solver counted them.
create table dispatch.place (
    id              text primary key,
    dispatch_id     text not null references dispatch.dispatch,
    n               int not null,
    product_class   text,
    trade           text not null check (trade in ('SELECTION', 'DESIGN', 'ELECTRICAL', 'INSTALLATION', 'SERVICE')),
    days            int not null check (days between 1 and 30),
    state           text not null check (state in ('OPEN', 'PROPOSED', 'BOOKED', 'FREED')),
    technician_id   text references dispatch.technician,
    technician_name text,
    technician_login text,
    from_day        date,
    until_day       date,
    pinned          boolean not null default false,
    pinned_why      text,
    -- A person allowed a rung that the ladder does not.
    tier_override   boolean not null default false,
    reasons         text[] not null default '{}',
    clash           text,
    unique (dispatch_id, n),
    check ((technician_id is null) = (from_day is null)),
    check (state = 'OPEN' or technician_id is not null)
);
create index place_technician on dispatch.place (technician_id, from_day) where state in ('PROPOSED', 'BOOKED');

-- A technician sees the dispatches it is in; the definer function keeps both policies from going round in a circle.
create function dispatch.has_place(wanted text) returns boolean language sql stable security definer set search_path = dispatch, pg_temp
    return exists (select 1 from dispatch.place p where p.dispatch_id = wanted and p.technician_login = platform.scope_login());
revoke all on function dispatch.has_place(text) from public;
grant execute on function dispatch.has_place(text) to ${app};
call platform.wall('dispatch.dispatch', $$(platform.scope_kind() = 'REGION' and (region = platform.scope_region() or branch = platform.scope_region()))
    or (platform.scope_kind() = 'SELF' and dispatch.has_place(id))$$);
call platform.wall('dispatch.place', 'exists (select 1 from dispatch.dispatch d where d.id = dispatch_id)');

-- 日历: a person, a day, one place; the index is what makes a double booking impossible.
create table dispatch.booking (
    place_id      text not null references dispatch.place,
    technician_id text not null references dispatch.technician,
    day           date not null,
    freed_at      timestamptz,
    primary key (place_id, technician_id, day)
);
create unique index booking_once on dispatch.booking (technician_id, day) where freed_at is null;
call platform.wall('dispatch.booking', 'exists (select 1 from dispatch.place p where p.id = place_id)');

create table dispatch.refusal (
    place_id      text not null references dispatch.place,
    technician_id text not null references dispatch.technician,
    why           text not null,
    said_by       text not null,
    at            timestamptz not null,
    primary key (place_id, technician_id)
);
call platform.wall('dispatch.refusal', 'exists (select 1 from dispatch.place p where p.id = place_id)');

-- 知会: who is told what, once each; nobody has to answer for work to go on.
create table dispatch.notice (
    id          text primary key,
    dispatch_id text not null references dispatch.dispatch,
    kind        text not null check (kind in ('OPENED', 'NAMED', 'DEADLINE_MISSED', 'REFUSED', 'CLASH', 'CLOSED')),
    for_role    text not null check (for_role in ('MANAGER', 'DESK', 'REP')),
    cause       text not null,
    words       text not null,
    at          timestamptz not null,
    unique (dispatch_id, kind, for_role, cause)
);
create index notice_recent on dispatch.notice (id desc);
call platform.wall('dispatch.notice', 'exists (select 1 from dispatch.dispatch d where d.id = dispatch_id)');

-- 辅导: what the technician leaves the seller with, kept for everybody as a knowledge item.
create table dispatch.knowledge_note (
    id            text primary key,
    dispatch_id   text not null references dispatch.dispatch,
    product_class text,
    trade         text not null,
    words         text not null,
    written_by    text not null,
    written_at    timestamptz not null
);
create index knowledge_note_dispatch on dispatch.knowledge_note (dispatch_id);
call platform.wall('dispatch.knowledge_note', $$platform.scope_kind() in ('REGION', 'SELF')$$);
