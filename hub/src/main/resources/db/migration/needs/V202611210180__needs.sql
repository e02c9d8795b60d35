create schema needs;
grant usage on schema needs to ${app};

create table needs.need (
    id               text primary key,
    number           bigint generated always as identity unique,
    visit_id         text not null,
    visit_no         text not null,
    need_no          text not null,
    branch           text not null,
    rep              text not null,
    source_record_id text not null,
    region           text not null,
    summary          text not null,
    functional       text,
    required_by      date,
    budget           numeric(18, 4),
    budget_currency  text,
    state            text not null check (state in ('RAISED', 'GRADED', 'ASKED', 'ACKNOWLEDGED', 'QUOTED', 'ORDERED',
                                                    'DELIVERED', 'PAID', 'CLOSED', 'REFUSED', 'WITHDRAWN')),
    grade            text check (grade in ('A', 'B', 'C')),
    message_id       text not null,
    visited_at       timestamptz not null,
    raised_at        timestamptz not null,
    changed_at       timestamptz not null,
    version          int not null default 1,
    unique (visit_id, need_no)
);
create index need_recent on needs.need (id desc);
create index need_state on needs.need (state, id desc);
create index need_visit on needs.need (visit_no);
create index need_record on needs.need (source_record_id);

create table needs.part (
    id            text primary key,
    need_id       text not null references needs.need,
    n             int not null,
    product_class text,
    product_code  text,
    qty           numeric(18, 4) not null,
    factory       text,
    demand_id     text,
    state         text not null check (state in ('RAISED', 'GRADED', 'ASKED', 'ACKNOWLEDGED', 'QUOTED', 'ORDERED',
                                                 'DELIVERED', 'PAID', 'REFUSED', 'WITHDRAWN')),
    unique (need_id, n)
);
create index part_factory on needs.part (factory, need_id);
create index part_demand on needs.part (demand_id);

-- A need's parts and the need lean on each other; the definer function keeps their policies from going round in a circle.
create function needs.factory_has_part(need text) returns boolean language sql stable security definer set search_path = needs, pg_temp
    return exists (select 1 from needs.part p where p.need_id = need and p.factory = platform.scope_partner());
revoke all on function needs.factory_has_part(text) from public;
grant execute on function needs.factory_has_part(text) to ${app};
call platform.wall('needs.need', $$(platform.scope_kind() = 'REGION' and (region = platform.scope_region() or branch = platform.scope_region()))
    or (platform.scope_kind() = 'PARTNER' and needs.factory_has_part(id))$$);
call platform.wall('needs.part', $$case platform.scope_kind()
    when 'REGION' then exists (select 1 from needs.need d where d.id = need_id)
    else factory = platform.scope_partner() end$$);

-- 评级: every grade a need was ever given, with its reason in words and the version of the rules.
create table needs.grading (
    need_id      text not null references needs.need,
    n            int not null,
    grade        text not null check (grade in ('A', 'B', 'C')),
    rule         text not null,
    rule_version text not null,
    zh           text not null,
    en           text not null,
    by_login     text,
    at           timestamptz not null,
    primary key (need_id, n)
);
call platform.wall('needs.grading', 'exists (select 1 from needs.need d where d.id = need_id)');
