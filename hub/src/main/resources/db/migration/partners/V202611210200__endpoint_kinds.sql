-- A factory may be reached by SOAP, or by a queue of its own on the broker, where there is no address.
alter table partners.endpoint drop constraint endpoint_kind_check;
alter table partners.endpoint add constraint endpoint_kind_check check (kind in ('REST', 'SOAP', 'JMS'));
alter table partners.endpoint alter column base drop not null;
alter table partners.endpoint add constraint endpoint_base_check check (base is not null or kind = 'JMS');
alter table partners.endpoint add column login text;
