-- 口令: a secret that a partner shows by a digest; the digest needs it back, so it is sealed under the home's key and not hashed.
create table partners.soap_secret (
    partner    text primary key references partners.partner,
    sealed     bytea not null,
    changed_at timestamptz not null
);
call platform.wall('partners.soap_secret', 'false');

-- A nonce is used once, in whichever hub; it is forgotten when its token would be stale anyway.
create table partners.nonce (
    partner    text not null references partners.partner,
    nonce      text not null,
    created_at timestamptz not null,
    primary key (partner, nonce)
);
create index nonce_age on partners.nonce (created_at);
call platform.wall('partners.nonce', 'false');
grant delete on partners.nonce to ${app};
