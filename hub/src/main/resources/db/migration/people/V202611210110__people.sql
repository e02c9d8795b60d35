create schema people;
grant usage on schema people to ${app};

-- 大区: the six branches and the explicit bucket for export.
create table people.region (
    code    text primary key,
    zh      text not null,
    en      text not null,
    ordinal int not null
);
insert into people.region values
    ('NE', '东北', 'Northeast', 1), ('N', '华北', 'North', 2), ('E', '华东', 'East', 3), ('CS', '中南', 'Central-South', 4),
    ('SW', '西南', 'Southwest', 5), ('NW', '西北', 'Northwest', 6), ('EXPORT', '出口', 'Export', 7);

create table people.province (
    name   text primary key,
    short  text not null unique,
    region text not null references people.region
);
insert into people.province values
    ('辽宁省', '辽宁', 'NE'), ('吉林省', '吉林', 'NE'), ('黑龙江省', '黑龙江', 'NE'),
    ('北京市', '北京', 'N'), ('天津市', '天津', 'N'), ('河北省', '河北', 'N'), ('山西省', '山西', 'N'), ('内蒙古自治区', '内蒙古', 'N'),
    ('上海市', '上海', 'E'), ('江苏省', '江苏', 'E'), ('浙江省', '浙江', 'E'), ('安徽省', '安徽', 'E'), ('福建省', '福建', 'E'),
    ('江西省', '江西', 'E'), ('山东省', '山东', 'E'), ('台湾省', '台湾', 'E'),
    ('河南省', '河南', 'CS'), ('湖北省', '湖北', 'CS'), ('湖南省', '湖南', 'CS'), ('广东省', '广东', 'CS'),
    ('广西壮族自治区', '广西', 'CS'), ('海南省', '海南', 'CS'), ('香港特别行政区', '香港', 'CS'), ('澳门特别行政区', '澳门', 'CS'),
    ('重庆市', '重庆', 'SW'), ('四川省', '四川', 'SW'), ('贵州省', '贵州', 'SW'), ('云南省', '云南', 'SW'), ('西藏自治区', '西藏', 'SW'),
    ('陕西省', '陕西', 'NW'), ('甘肃省', '甘肃', 'NW'), ('青海省', '青海', 'NW'), ('宁夏回族自治区', '宁夏', 'NW'),
    ('新疆维吾尔自治区', '新疆', 'NW');

-- S4-01: the holding, its one service company with six branches, and beside it the factories.
create table people.org_unit (
    code   text primary key,
    parent text references people.org_unit,
    kind   text not null check (kind in ('HOLDING', 'SERVICE_COMPANY', 'BRANCH', 'FACTORIES')),
    region text references people.region,
    zh     text not null,
    en     text not null
);
insert into people.org_unit values
    ('HOLDING', null, 'HOLDING', null, '机电控股', 'Holding company'),
    ('SERVICE', 'HOLDING', 'SERVICE_COMPANY', null, '销售服务公司', 'Marketing-service company'),
    ('FACTORIES', 'HOLDING', 'FACTORIES', null, '生产企业', 'Factories');
insert into people.org_unit
    select 'BRANCH-' || code, 'SERVICE', 'BRANCH', code, zh || '大区', en || ' branch' from people.region where code <> 'EXPORT';

create table people.app_user (
    login         text primary key,
    name          text not null,
    role          text not null check (role in ('ADMIN', 'DESK', 'TECHNICIAN', 'MANAGER', 'REP', 'BRANCH', 'FACTORY', 'AGENT', 'AUDITOR')),
    region        text references people.region,
    partner       text,
    password_hash text not null,
    one_time      boolean not null default false,
    active        boolean not null default true,
    created_at    timestamptz not null,
    check (role not in ('MANAGER', 'REP', 'BRANCH') or region is not null),
    check (role not in ('FACTORY', 'AGENT') or partner is not null)
);
-- Only headquarters, the person itself and the sign-in (a WORKER) read a user row.
call platform.wall('people.app_user', 'login = platform.scope_login()');
grant select on people.region, people.province, people.org_unit to ${app};
