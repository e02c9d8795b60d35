-- 批量放回: what one person asked to be put back at once. Every piece is settled in a transaction of its own, so a kill in between loses nothing
-- and the next start goes on where it stood.
create table journal.many_resent (
    id          text primary key,
    login       text not null,
    role        text not null,
    region      text,
    partner     text,
    begun_at    timestamptz not null,
    finished_at timestamptz
);
create index many_resent_open on journal.many_resent (begun_at) where finished_at is null;
call platform.wall('journal.many_resent', 'login = platform.scope_login()');

create table journal.many_resent_piece (
    many_id text not null references journal.many_resent,
    n       int not null,
    ref     text not null,
    answer  text check (answer in ('WAITS_AGAIN', 'NOT_PARKED', 'UNKNOWN', 'NOT_ALLOWED', 'FAILED')),
    primary key (many_id, n)
);
create index many_resent_piece_open on journal.many_resent_piece (many_id, n) where answer is null;
call platform.wall('journal.many_resent_piece', 'exists (select 1 from journal.many_resent m where m.id = many_id)');
