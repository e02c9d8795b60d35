-- 竞争情报: which product class a rival's offer is about: as said, else by the words of the product, else by the one class the visit's needs are of.
alter table visits.competitor_fact add column product_class text;
update visits.competitor_fact f set product_class = (
    select p.code from partners.product_class p
    where position(p.zh in f.product) > 0 or position(lower(p.en) in lower(f.product)) > 0 order by length(p.code) desc, p.code limit 1);
update visits.competitor_fact f set product_class = one.class
from (select n.visit_id, min(split_part(p.product_class, '.', 1)) as class
      from needs.need n join needs.part p on p.need_id = n.id
      group by n.visit_id having count(distinct split_part(p.product_class, '.', 1)) = 1) one
where one.visit_id = f.visit_id and f.product_class is null;
create index competitor_class on visits.competitor_fact (product_class);
create index visit_day on visits.visit (visited_at);
