-- 协作企业: an outside firm that offers what no factory of the group makes.
alter table partners.partner drop constraint partner_kind_check;
alter table partners.partner add constraint partner_kind_check check (kind in ('AGENT', 'FACTORY', 'BRANCH', 'COOPERATOR'));
