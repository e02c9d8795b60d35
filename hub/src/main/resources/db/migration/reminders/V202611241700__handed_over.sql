-- 已移交: what was asked of an owner ends where somebody else follows it.
alter table reminders.reminder drop constraint reminder_ended_why_check;
alter table reminders.reminder add constraint reminder_ended_why_check check (ended_why in ('CAUSE_GONE', 'NEXT_STEP', 'HANDED_OVER'));
