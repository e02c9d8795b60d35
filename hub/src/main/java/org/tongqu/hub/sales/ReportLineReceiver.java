package org.tongqu.hub.sales;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.FileReport.RefusedRow;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.SalesLine;
import org.tongqu.hub.journal.Arrival;
import org.tongqu.hub.journal.BusinessKey;
import org.tongqu.hub.journal.RowReceiver;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.partners.Partners.Partner;
import org.tongqu.hub.platform.Ids;

/** Takes an agent's reported sales; whose they are comes from the folder, and a row that names somebody else goes back. */
@Component
class ReportLineReceiver implements RowReceiver {
    private final Partners partners;
    private final LineStore store;
    private final LineCustomers customers;
    private final ApplicationEventPublisher events;
    private final Ids ids;

    ReportLineReceiver(
            Partners partners, LineStore store, LineCustomers customers, ApplicationEventPublisher events, Ids ids) {
        this.partners = partners;
        this.store = store;
        this.customers = customers;
        this.events = events;
        this.ids = ids;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.SALES_FILE;
    }

    @Override
    public RowsTaken take(Arrival arrival, List<SalesLine> rows) {
        Partner agent = agent(arrival);
        List<SalesLine> own = new ArrayList<>();
        List<RefusedRow> refused = new ArrayList<>();
        for (SalesLine row : rows) {
            String named = row.agentName();
            if (named == null || isName(agent, named)) {
                own.add(row);
            } else {
                refused.add(refused(row, named, agent));
            }
        }
        LineVerdict verdict = own.isEmpty() ? LineVerdict.NOTHING : keep(agent, arrival, own);
        return new RowsTaken(verdict.accepted(), verdict.duplicate(), refused, keys(own));
    }

    private Partner agent(Arrival arrival) {
        String code = requireNonNull(arrival.sender().partner(), "a folder belongs to a partner");
        return partners.find(code).orElseThrow(() -> new IllegalStateException("no partner " + code));
    }

    static boolean isName(Partner agent, String named) {
        String said = LineKey.plain(named);
        return Objects.equals(said, LineKey.plain(agent.name())) || Objects.equals(said, LineKey.plain(agent.code()));
    }

    private static RefusedRow refused(SalesLine row, String named, Partner agent) {
        return new RefusedRow(row.rowNo(), new byte[0], List.of(LineWords.agentOther(named, agent.name())));
    }

    private LineVerdict keep(Partner agent, Arrival arrival, List<SalesLine> rows) {
        store.lock(agent.code());
        LinesStored stored = store.stored(agent.code(), arrival.messageId(), rows);
        LineVerdict verdict = LineRules.judge(arrival.messageId(), rows, stored, ids::next);
        store.comeBack(verdict.returns());
        store.supersede(verdict.successions());
        store.add(customers.known(agent, arrival, verdict.added()), agent.code(), arrival);
        tell(agent, verdict);
        return verdict;
    }

    private void tell(Partner agent, LineVerdict verdict) {
        Set<String> changed = new HashSet<>();
        verdict.added().forEach(line -> changed.add(line.id()));
        verdict.successions().forEach(succession -> changed.add(succession.old()));
        verdict.returns().forEach(back -> changed.add(back.old()));
        if (!changed.isEmpty()) {
            events.publishEvent(new LinesSaid(agent.code(), changed));
        }
    }

    private static List<BusinessKey> keys(List<SalesLine> rows) {
        return rows.stream()
                .flatMap(row ->
                        Stream.concat(key("CUSTOMER", row.customer().name()), key("CONTRACT_NO", row.contractNo())))
                .distinct()
                .toList();
    }

    private static Stream<BusinessKey> key(String name, @Nullable String value) {
        return value == null || value.isBlank() ? Stream.of() : Stream.of(new BusinessKey(name, value.strip()));
    }
}
