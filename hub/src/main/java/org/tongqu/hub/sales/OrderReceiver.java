package org.tongqu.hub.sales;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.OrderReport;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.journal.Arrival;
import org.tongqu.hub.journal.Receiver;
import org.tongqu.hub.journal.Statement;
import org.tongqu.hub.journal.Taking;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Policy;

/** Takes factories' word on their own orders; whose order it is comes from the credential, so nobody tells of another's. */
@Component
class OrderReceiver implements Receiver<OrderReport> {
    private final OrderChecks checks;
    private final OrderBook book;
    private final Policy policy;

    OrderReceiver(OrderChecks checks, OrderBook book, Policy policy) {
        this.checks = checks;
        this.book = book;
        this.policy = policy;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.ORDER;
    }

    @Override
    public boolean allows(Sender.Role role) {
        return policy.allows(role, Act.SEND_ORDER);
    }

    @Override
    public List<Refusal> check(Sender sender, OrderReport said) {
        return checks.of(factory(sender), said);
    }

    @Override
    public Statement statement(Sender sender, OrderReport said, String contentHash) {
        return OrderClaims.of(factory(sender), said, contentHash);
    }

    @Override
    public Taking take(Arrival arrival, OrderReport said) {
        book.take(factory(arrival.sender()), arrival, said);
        return Taking.TAKEN;
    }

    private static String factory(Sender sender) {
        return requireNonNull(sender.partner(), "a factory's credential belongs to a factory");
    }
}
