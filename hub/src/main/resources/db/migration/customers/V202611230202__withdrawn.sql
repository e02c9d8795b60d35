-- 通讯录: the word of a colleague's address book, below a factory's and above an agent's.
alter table customers.source_record drop constraint source_record_source_kind_check;
alter table customers.source_record add constraint source_record_source_kind_check
    check (source_kind in ('VISIT', 'FACTORY', 'BOOK', 'AGENT'));

-- 撤回: a source record that counts no more since then, until it is restored. The record itself stays as it was said.
create table customers.withdrawal (
    source_record_id text not null references customers.source_record,
    who              text not null,
    why              text not null,
    at               timestamptz not null,
    restored_by      text,
    restored_at      timestamptz
);
create unique index withdrawal_today on customers.withdrawal (source_record_id) where restored_at is null;
call platform.wall('customers.withdrawal', 'exists (select 1 from customers.source_record r where r.id = source_record_id)');

-- A customer all of whose records are withdrawn is on no list; its id still answers.
alter table customers.customer add column withdrawn_at timestamptz;
alter table customers.regrouping drop constraint regrouping_kind_check;
alter table customers.regrouping add constraint regrouping_kind_check
    check (kind in ('MERGED', 'SPLIT', 'REVIVED', 'WITHDRAWN', 'RESTORED'));
