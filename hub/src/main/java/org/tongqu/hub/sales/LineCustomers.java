package org.tongqu.hub.sales;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.connectors.canon.SalesLine;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.customers.Customers.Observation;
import org.tongqu.hub.customers.Customers.SourceKind;
import org.tongqu.hub.journal.Arrival;
import org.tongqu.hub.partners.Partners.Partner;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.sales.LineStore.StoredLine;
import org.tongqu.hub.sales.LineVerdict.New;

/** Gives new lines the source record of their customer; a customer that stands in many rows of a chunk is observed once. */
@Component
class LineCustomers {

    private final Customers customers;

    LineCustomers(Customers customers) {
        this.customers = customers;
    }

    List<StoredLine> known(Partner agent, Arrival arrival, List<New> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        Map<CustomerSaid, String> records = records(agent, arrival, lines);
        Map<String, String> regions = customers.regionsOf(records.values());
        return lines.stream()
                .map(added -> {
                    String record =
                            Objects.requireNonNull(records.get(added.line().customer()));
                    return StoredLine.of(added, record, regions.get(record));
                })
                .toList();
    }

    private Map<CustomerSaid, String> records(Partner agent, Arrival arrival, List<New> lines) {
        Map<CustomerSaid, SalesLine> latest = new LinkedHashMap<>();
        for (New added : lines) {
            latest.merge(added.line().customer(), added.line(), LineCustomers::later);
        }
        List<Observation> observations = latest.values().stream()
                .map(line -> observation(agent, arrival, line))
                .toList();
        List<String> ids = customers.observeAll(observations);
        Map<CustomerSaid, String> records = new LinkedHashMap<>();
        latest.keySet().forEach(said -> records.put(said, ids.get(records.size())));
        return records;
    }

    private static SalesLine later(SalesLine one, SalesLine other) {
        return other.soldOn().isAfter(one.soldOn()) ? other : one;
    }

    private static Observation observation(Partner agent, Arrival arrival, SalesLine line) {
        Instant soldOn = line.soldOn().atStartOfDay(Columns.HOUSE_ZONE).toInstant();
        return new Observation(
                agent.code(),
                SourceKind.AGENT,
                agent.code(),
                agent.region(),
                line.customer(),
                arrival.messageId(),
                line.rowNo(),
                soldOn,
                arrival.receivedAt());
    }
}
