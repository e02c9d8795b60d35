package org.tongqu.hub.demand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Clauses;
import org.tongqu.hub.platform.Columns;

/** SQL of supply offers. */
@Repository
class SupplyOfferStore {
    private static final String OFFER = "select * from demand.supply_offer";
    private static final String NEWEST = "order by posted_at desc, id desc limit 200";

    private final JdbcClient jdbc;

    SupplyOfferStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String put(String id, SupplyOffers.NewOffer offer, String byLogin, Instant now) {
        SupplyOffers.Price price = offer.priceFrom();
        return jdbc.sql("""
                        insert into demand.supply_offer
                            (id, partner, offer_no, product_class, what, region, price_from, currency, valid_until, posted_at, by_login)
                        values (:id, :partner, :no, :class, :what, :region, :price, :currency, :until, :now, :login)
                        on conflict (partner, offer_no) do update
                        set product_class = excluded.product_class, what = excluded.what, region = excluded.region,
                            price_from = excluded.price_from, currency = excluded.currency, valid_until = excluded.valid_until,
                            posted_at = excluded.posted_at, by_login = excluded.by_login, withdrawn_at = null
                        returning id
                        """)
                .param("id", id)
                .param("partner", offer.partner())
                .param("no", offer.offerNo())
                .param("class", offer.productClass())
                .param("what", offer.what())
                .param("region", offer.region())
                .param("price", price == null ? null : price.amount())
                .param("currency", price == null ? null : price.currency())
                .param("until", offer.validUntil())
                .param("now", Columns.utc(now))
                .param("login", byLogin)
                .query(String.class)
                .single();
    }

    boolean withdraw(String id, Instant now) {
        return jdbc.sql("update demand.supply_offer set withdrawn_at = :now where id = :id and withdrawn_at is null")
                        .param("now", Columns.utc(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    List<SupplyOffers.Offer> valid(LocalDate day) {
        return holding(day)
                .on(jdbc, OFFER, NEWEST)
                .query((row, n) -> offer(row))
                .list();
    }

    List<SupplyOffers.Offer> matching(List<String> classes, String region, Collection<String> notOf, LocalDate day) {
        return holding(day)
                .and("product_class = any(:classes::text[])", "classes", classes.toArray(String[]::new))
                .and("(region is null or region = :region)", "region", region)
                .and("partner <> all(:asked::text[])", "asked", notOf.toArray(String[]::new))
                .on(jdbc, OFFER, NEWEST)
                .query((row, n) -> offer(row))
                .list();
    }

    private static Clauses holding(LocalDate day) {
        return new Clauses().and("withdrawn_at is null").and("valid_until >= :day", "day", day);
    }

    private static SupplyOffers.Offer offer(ResultSet row) throws SQLException {
        return new SupplyOffers.Offer(
                row.getString("id"),
                row.getString("partner"),
                row.getString("offer_no"),
                row.getString("product_class"),
                row.getString("what"),
                row.getString("region"),
                Columns.amountOrNull(row, "price_from", "currency"),
                row.getObject("valid_until", LocalDate.class),
                Columns.time(row, "posted_at"));
    }
}
