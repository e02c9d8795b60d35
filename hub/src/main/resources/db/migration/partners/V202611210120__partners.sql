create schema partners;
grant usage on schema partners to ${app};

create table partners.partner (
    code       text primary key check (code ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
    kind       text not null check (kind in ('AGENT', 'FACTORY', 'BRANCH')),
    name       text not null,
    region     text,
    active     boolean not null default true,
    created_at timestamptz not null
);
-- Branch people must know the factories by name; a factory or an agent knows itself alone.
call platform.wall('partners.partner', $$code = platform.scope_partner() or (platform.scope_kind() = 'REGION' and kind <> 'AGENT')$$);

-- A factory may name an agent it cannot see: whether there is such a partner, and of which kind, is no secret.
create function partners.kind_of(wanted text) returns text language sql stable security definer set search_path = partners, pg_temp as $$
    select kind from partner where code = wanted and active
$$;
revoke all on function partners.kind_of(text) from public;
grant execute on function partners.kind_of(text) to ${app};

create table partners.credential (
    id         text primary key,
    partner    text not null references partners.partner,
    kind       text not null check (kind in ('API_KEY')),
    -- SHA-256 of a random 256-bit key: nothing to guess, so nothing slower is needed.
    hash       text not null unique,
    active     boolean not null default true,
    created_at timestamptz not null
);
call platform.wall('partners.credential', 'false');

create table partners.endpoint (
    partner         text primary key references partners.partner,
    kind            text not null check (kind in ('REST')),
    base            text not null,
    bearer_sealed   bytea,
    timeout_seconds int not null check (timeout_seconds between 1 and 120),
    version         int not null default 1,
    changed_at      timestamptz not null
);
call platform.wall('partners.endpoint', 'false');

create table partners.product_class (
    code   text primary key,
    parent text references partners.product_class,
    zh     text not null,
    en     text not null
);
grant select on partners.product_class to ${app};
insert into partners.product_class values
    ('MACHINE_TOOL', null, '机床', 'Machine tools'), ('CRANE', null, '起重机', 'Cranes'), ('SWITCHGEAR', null, '开关设备', 'Switchgear'),
    ('BOILER', null, '锅炉', 'Boilers'), ('PRINTING', null, '印刷机', 'Printing presses'), ('ENVIRONMENTAL', null, '环保设备', 'Environmental equipment');
insert into partners.product_class values
    ('MACHINE_TOOL.CNC_LATHE', 'MACHINE_TOOL', '数控车床', 'CNC lathes'), ('MACHINE_TOOL.MACHINING_CENTRE', 'MACHINE_TOOL', '加工中心', 'Machining centres'),
    ('MACHINE_TOOL.MILLING', 'MACHINE_TOOL', '铣床', 'Milling machines'), ('MACHINE_TOOL.GRINDING', 'MACHINE_TOOL', '磨床', 'Grinding machines'),
    ('MACHINE_TOOL.BORING', 'MACHINE_TOOL', '镗床', 'Boring machines'),
    ('CRANE.BRIDGE', 'CRANE', '桥式起重机', 'Bridge cranes'), ('CRANE.GANTRY', 'CRANE', '门式起重机', 'Gantry cranes'),
    ('CRANE.MOBILE', 'CRANE', '流动式起重机', 'Mobile cranes'), ('CRANE.HOIST', 'CRANE', '电动葫芦', 'Electric hoists'),
    ('SWITCHGEAR.HV', 'SWITCHGEAR', '高压开关', 'High-voltage switchgear'), ('SWITCHGEAR.MV', 'SWITCHGEAR', '中压开关柜', 'Medium-voltage switchgear'),
    ('SWITCHGEAR.LV', 'SWITCHGEAR', '低压成套', 'Low-voltage assemblies'), ('SWITCHGEAR.BREAKER', 'SWITCHGEAR', '断路器', 'Circuit breakers'),
    ('BOILER.CHAIN_GRATE', 'BOILER', '链条炉排锅炉', 'Chain-grate boilers'), ('BOILER.CFB', 'BOILER', '循环流化床锅炉', 'Fluidised-bed boilers'),
    ('BOILER.WASTE_HEAT', 'BOILER', '余热锅炉', 'Waste-heat boilers'), ('BOILER.PARTS', 'BOILER', '锅炉备件', 'Boiler parts'),
    ('PRINTING.SHEETFED_OFFSET', 'PRINTING', '单张纸胶印机', 'Sheet-fed offset presses'), ('PRINTING.WEB_OFFSET', 'PRINTING', '卷筒纸胶印机', 'Web offset presses'),
    ('PRINTING.FLEXO', 'PRINTING', '柔印机', 'Flexographic presses'),
    ('ENVIRONMENTAL.DUST', 'ENVIRONMENTAL', '除尘设备', 'Dust removal'), ('ENVIRONMENTAL.WATER', 'ENVIRONMENTAL', '水处理设备', 'Water treatment'),
    ('ENVIRONMENTAL.DESULPHURISATION', 'ENVIRONMENTAL', '脱硫设备', 'Desulphurisation');
