create schema handbook;
grant usage on schema handbook to ${app};

-- 拜访手册: how a visit record is written for a product class, GENERAL where a class has none of its own. A version is never changed; another follows it.
create table handbook.form (
    product_class text not null,
    version       int not null check (version > 0),
    why           text not null,
    by_login      text not null,
    since         timestamptz not null,
    until         timestamptz,
    primary key (product_class, version)
);
create unique index form_today on handbook.form (product_class) where until is null;
call platform.wall('handbook.form', $$platform.scope_kind() = 'REGION'$$);

create table handbook.step (
    product_class text not null,
    version       int not null,
    step          text not null check (step in ('MEET', 'NEEDS', 'MACHINES', 'VOICE', 'RIVALS', 'PURCHASES', 'NEXT')),
    asked         text not null check (asked in ('YES', 'NO', 'REQUIRED')),
    help_zh       text not null check (length(help_zh) between 1 and 1000),
    help_en       text not null check (length(help_en) between 1 and 1000),
    primary key (product_class, version, step),
    foreign key (product_class, version) references handbook.form
);
call platform.wall('handbook.step', $$platform.scope_kind() = 'REGION'$$);

-- On which version a visit was written; one that came by a wire was written on none.
create table handbook.written (
    message_id    text primary key,
    product_class text not null,
    version       int not null,
    region        text,
    by_login      text not null,
    foreign key (product_class, version) references handbook.form
);
call platform.wall('handbook.written', $$platform.scope_kind() = 'REGION' and platform.scope_region() = region$$);

insert into handbook.form (product_class, version, why, by_login, since) values
    ('GENERAL', 1, '', 'hub', now()), ('CRANE', 1, '', 'hub', now()), ('BOILER', 1, '', 'hub', now()), ('MACHINE_TOOL', 1, '', 'hub', now());

insert into handbook.step (product_class, version, step, asked, help_zh, help_en)
select form.product_class, 1, step.code, 'YES', step.zh, step.en
from handbook.form form, (values
    ('MEET', '行前看完简报，带上承诺过的资料；超期的承诺先给说法。写明几时去的、见了谁、怎么联系。',
        'Read the brief first and bring what was promised; a promise that is late comes first. Write when you were there, whom you met and how to reach them.'),
    ('NEEDS', '要解决什么、几时要、预算多少。说得出型号就选产品大类和数量；说不出就只写功能要求，由总部定厂。',
        'What is to be solved, by when, for how much. With a model choose the class and the quantity; without one write the function alone, and headquarters finds the factory.'),
    ('MACHINES', '逐台抄运行小时和故障次数，与旁边上次的数对照；比上次小的要当场问清楚。',
        'Take down running hours and faults of each machine and hold them against the last ones beside; ask at once where a figure has shrunk.'),
    ('VOICE', '原话记下，不替客户概括；一句话一行。', 'Write down the customer''s own words and do not sum up; one line each.'),
    ('RIVALS', '谁在报价、什么产品、价格、交期；听说的也写，价格不清楚就空着。',
        'Who quotes, which product, price and lead time; hearsay counts, and an unknown price stays empty.'),
    ('PURCHASES', '客户自己说买了什么、多少、向谁、哪个月；没买也问清楚，数量写 0。',
        'What the customer says it bought, how much, from whom, in which month; where it bought none write 0.'),
    ('NEXT', '当场定下次的日子和目的：答应了客户什么，就写成下次的目的。当天交记录。',
        'Agree on the next day on the spot, and write what was promised as its purpose. Hand in the record the same day.')
) step (code, zh, en) where form.product_class in ('GENERAL', 'CRANE', 'BOILER', 'MACHINE_TOOL');

update handbook.step set asked = 'REQUIRED', help_zh = '每台起重机抄运行小时和故障次数；看钢丝绳、吊钩、制动器，问最近一次检验的日子，写在备注里。',
    help_en = 'Running hours and faults of each crane; look at the rope, the hook and the brake, ask when it was last inspected, and put that in the note.'
    where product_class = 'CRANE' and step = 'MACHINES';
update handbook.step set help_zh = '问起重量、跨度、工作级别、几时要；这四样写进功能要求。',
    help_en = 'Ask for load, span, working class and date; the four go into the function.' where product_class = 'CRANE' and step = 'NEEDS';
update handbook.step set asked = 'REQUIRED', help_zh = '每台锅炉抄运行小时和停炉次数（记作故障）；问定期检验、水处理和燃料，写在备注里。',
    help_en = 'Running hours and shutdowns (as faults) of each boiler; ask about its inspection, water treatment and fuel, and put that in the note.'
    where product_class = 'BOILER' and step = 'MACHINES';
update handbook.step set help_zh = '问蒸发量、压力、燃料、采暖季前几时要；环保指标写进功能要求。',
    help_en = 'Ask for output, pressure, fuel and the date before the heating season; limits of emission go into the function.' where product_class = 'BOILER' and step = 'NEEDS';
update handbook.step set asked = 'REQUIRED', help_zh = '操作工和设备科长都问：精度保持得怎样、刀具和数控系统顺不顺手；原话一句一行，至少一句。',
    help_en = 'Ask both the operator and the head of equipment how precision lasts and how tools and control do; their own words, a line each, one at least.'
    where product_class = 'MACHINE_TOOL' and step = 'VOICE';
update handbook.step set help_zh = '问加工什么零件、最大回转直径、精度、批量；有图纸就记图号。',
    help_en = 'Ask which part is made, the largest swing, precision and batch; note the number of the drawing.' where product_class = 'MACHINE_TOOL' and step = 'NEEDS';
