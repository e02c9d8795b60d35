-- How much of a file has been read, moved with its checkpoint; and what a file turned out to be.
alter table journal.message add column read_share double precision not null default 0 check (read_share between 0 and 1);
alter table journal.file_form add column kind text not null default 'TEXT' check (kind in ('TEXT', 'WORKBOOK', 'XML'));

-- The queue of refused rows is asked by code.
create index refusal_code on journal.refusal (code, message_id desc, row_no) where row_no > 0;
