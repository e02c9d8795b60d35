alter table reminders.reminder drop constraint reminder_hop_check;
alter table reminders.reminder add constraint reminder_hop_check check (hop in ('ANSWER', 'TEAM', 'COVERAGE', 'BLOCKED', 'QUESTION'));
