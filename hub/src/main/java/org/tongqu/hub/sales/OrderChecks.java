package org.tongqu.hub.sales;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.OrderReport;
import org.tongqu.connectors.canon.OrderReport.Head;
import org.tongqu.connectors.canon.OrderReport.Payment;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.hub.partners.Partners;

/**
 * What is wrong with an order report that can be known at the door. Whose the demand is cannot: that room lies above, hears the
 * news and passes over a foreign one.
 */
@Component
class OrderChecks {
    private static final String AGENT = "AGENT";

    private final Partners partners;
    private final OrderStore store;

    OrderChecks(Partners partners, OrderStore store) {
        this.partners = partners;
        this.store = store;
    }

    List<Refusal> of(String factory, OrderReport said) {
        List<Refusal> wrong = new ArrayList<>();
        Head head = said.head();
        if (head != null) {
            checkHead(head, wrong);
        } else if (said.milestones().isEmpty()
                && said.shipments().isEmpty()
                && said.payments().isEmpty()) {
            wrong.add(OrderWords.saysNothing());
        }
        twice(said.shipments(), OrderReport.Shipment::shipmentNo, "/shipments/%d/shipmentNo", wrong);
        twice(said.payments(), Payment::paymentNo, "/payments/%d/paymentNo", wrong);
        checkPayments(factory, said, wrong);
        return wrong;
    }

    private void checkHead(Head head, List<Refusal> wrong) {
        if (head.lines().isEmpty()) {
            wrong.add(OrderWords.noLines());
        }
        for (int n = 0; n < head.lines().size(); n++) {
            String productClass = head.lines().get(n).productClass();
            if (productClass != null && !partners.knowsClass(productClass)) {
                wrong.add(OrderWords.classUnknown(n, productClass));
            }
        }
        twice(head.lines(), OrderReport.Line::lineNo, "/lines/%d/lineNo", wrong);
        String agent = head.agent();
        if (agent != null && partners.kindOf(agent).filter(AGENT::equals).isEmpty()) {
            wrong.add(OrderWords.agentUnknown(agent));
        }
    }

    private static <T> void twice(List<T> items, Function<T, String> number, String pointer, List<Refusal> wrong) {
        Set<String> seen = new HashSet<>();
        for (int n = 0; n < items.size(); n++) {
            String each = number.apply(items.get(n));
            if (!seen.add(each)) {
                wrong.add(OrderWords.saidTwice(pointer.formatted(n), each));
            }
        }
    }

    private void checkPayments(String factory, OrderReport said, List<Refusal> wrong) {
        if (said.payments().isEmpty()) {
            return;
        }
        Optional<String> ordered = currency(factory, said);
        for (int n = 0; n < said.payments().size(); n++) {
            Payment payment = said.payments().get(n);
            String currency = payment.amount().currency();
            if (payment.amount().amount().signum() == 0) {
                wrong.add(OrderWords.nothingPaid(n));
            }
            if (ordered.isPresent() && !ordered.get().equals(currency)) {
                wrong.add(OrderWords.currencyDiffers(n, currency, ordered.get()));
            }
        }
    }

    /** The currency the order speaks in once this report is taken; empty where no head has come yet. */
    private Optional<String> currency(String factory, OrderReport said) {
        Optional<OrderStore.Spoken> stands = store.spoken(factory, said.orderNo());
        Head head = said.head();
        if (head != null && stands.map(OrderStore.Spoken::revision).orElse(0) <= head.revision()) {
            return Optional.of(head.currency());
        }
        return stands.map(OrderStore.Spoken::currency);
    }
}
