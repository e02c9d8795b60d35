create schema reminders;
grant usage on schema reminders to ${app};

-- 提醒: one cause reminds one person once at each step of the ladder. It ends with its cause; what it says stays.
create table reminders.reminder (
    id            text primary key,
    cause         text not null,
    step          text not null check (step in ('WARNING', 'LATE', 'MANAGER', 'DESK')),
    login         text not null,
    hop           text not null check (hop in ('ANSWER', 'TEAM', 'COVERAGE')),
    what          text not null,
    link          text not null,
    holder        text not null,
    owner         text,
    grade         text not null,
    since         timestamptz not null,
    due_at        timestamptz not null,
    opened_at     timestamptz not null,
    snoozed_until date,
    done_at       timestamptz,
    ended_at      timestamptz,
    ended_why     text check (ended_why in ('CAUSE_GONE', 'NEXT_STEP')),
    constraint reminder_once unique (cause, login, step),
    check ((ended_at is null) = (ended_why is null))
);
create index reminder_inbox on reminders.reminder (login, id desc) where ended_at is null and done_at is null;
create index reminder_open on reminders.reminder (cause) where ended_at is null;
call platform.wall('reminders.reminder', 'login = platform.scope_login()');
