-- 厂家的询问: what a factory asks on a need has a limit.
alter table clocks.rule drop constraint rule_hop_check;
alter table clocks.rule add constraint rule_hop_check check (hop in ('ANSWER', 'TEAM', 'BLOCKED', 'QUESTION'));
insert into clocks.rule values
    ('question-a', 'QUESTION', '', 'A', 4, 1, 4, 8, now(), null, 'hub'),
    ('question-b', 'QUESTION', '', 'B', 8, 2, 4, 8, now(), null, 'hub'),
    ('question-c', 'QUESTION', '', 'C', 16, 4, 8, 16, now(), null, 'hub');
