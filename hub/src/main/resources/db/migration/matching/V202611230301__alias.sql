-- 又名: what people taught about names, each way round found by its key: a former name by the whole name in its city, a synonym by the brand.
create table matching.alias (
    id         text primary key,
    kind       text not null check (kind in ('FORMER_NAME', 'SYNONYM')),
    name       text not null,
    other      text not null,
    key        bigint not null,
    other_key  bigint not null,
    -- The decision it was learned from.
    because    text not null,
    who        text not null,
    at         timestamptz not null,
    revoked_at timestamptz,
    revoked_by text
);
create index alias_key on matching.alias (key) where revoked_at is null;
create index alias_other_key on matching.alias (other_key) where revoked_at is null;
create index alias_because on matching.alias (because);
create index alias_newest on matching.alias (at desc, id desc);
call platform.wall('matching.alias', 'false');

-- What the name of a record is called too, by the aliases that stand.
alter table matching.record add column also text[] not null default '{}';

-- Records that are withdrawn are forgotten: whoever comes later is not weighed against them.
grant delete on matching.record, matching.key, matching.number to ${app};
