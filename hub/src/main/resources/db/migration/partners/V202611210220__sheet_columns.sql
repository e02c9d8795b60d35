-- A partner's own names of our columns. A change is a new version; the older ones stay, so that a file is read by the words of its day.
create table partners.sheet_columns (
    partner    text not null references partners.partner,
    version    int not null,
    headings   text[] not null,
    columns    text[] not null,
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (partner, version),
    check (cardinality(headings) = cardinality(columns))
);
call platform.wall('partners.sheet_columns', $$partner = platform.scope_partner()$$);
