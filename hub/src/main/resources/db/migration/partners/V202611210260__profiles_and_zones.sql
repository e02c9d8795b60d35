-- 厂情: how a factory sells; each change is a version of its own and the highest speaks.
create table partners.profile (
    partner          text not null references partners.partner,
    version          int not null check (version >= 1),
    sale_type        text not null check (sale_type in ('ORDER_DELIVERY', 'TENDER', 'PRODUCT_SALE')),
    -- The first is the one the factory sells by rather.
    channels         text[] not null check (channels <@ array['DIRECT', 'AGENT'] and channels <> '{}'),
    agents           int not null check (agents >= 0),
    exclusive_stores int not null check (exclusive_stores >= 0),
    repair_by        text[] not null check (repair_by <@ array['FACTORY', 'AGENT'] and repair_by <> '{}'),
    changed_at       timestamptz not null,
    changed_by       text not null,
    primary key (partner, version)
);
call platform.wall('partners.profile', 'partner = platform.scope_partner()');
revoke update on partners.profile from ${app};

-- 片区对照: a factory's cut of the country from a day on. A cut put again for the same day is a revision; the highest speaks, the others are kept.
create table partners.zone_cut (
    partner    text not null references partners.partner,
    valid_from date not null,
    revision   int not null check (revision >= 1),
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (partner, valid_from, revision)
);
call platform.wall('partners.zone_cut', 'partner = platform.scope_partner()');
revoke update on partners.zone_cut from ${app};

-- A province may lie in two zones, e.g. where an office of its own sells in one city of it.
create table partners.zone (
    partner    text not null,
    valid_from date not null,
    revision   int not null,
    name       text not null,
    n          int not null,
    export     boolean not null,
    provinces  text[] not null,
    primary key (partner, valid_from, revision, name),
    foreign key (partner, valid_from, revision) references partners.zone_cut,
    check (export = (provinces = '{}'))
);
call platform.wall('partners.zone', 'partner = platform.scope_partner()');
revoke update on partners.zone from ${app};
