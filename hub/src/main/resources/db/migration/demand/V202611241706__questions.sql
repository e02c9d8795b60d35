-- 厂家的询问: by when the house replies to the first word of a factory since its own last one, and when it did. What was said before has no limit.
alter table demand.message add column due_at timestamptz, add column replied_at timestamptz;
create index message_due on demand.message (due_at, id) where due_at is not null and replied_at is null;
