-- 卡住: what nobody is asked for has a limit too.
alter table clocks.rule drop constraint rule_hop_check;
alter table clocks.rule add constraint rule_hop_check check (hop in ('ANSWER', 'TEAM', 'BLOCKED'));
insert into clocks.rule values
    ('blocked-a', 'BLOCKED', '', 'A', 4, 1, 2, 4, now(), null, 'hub'),
    ('blocked-b', 'BLOCKED', '', 'B', 8, 2, 4, 8, now(), null, 'hub'),
    ('blocked-c', 'BLOCKED', '', 'C', 16, 4, 8, 16, now(), null, 'hub');
