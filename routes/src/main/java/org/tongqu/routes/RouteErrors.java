package org.tongqu.routes;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongqu.connectors.canon.Intake;
import org.tongqu.connectors.canon.Refusal;

/** What becomes of an exception on a road: a sender gets an answer it can act on, a signal is simply given again later. */
public final class RouteErrors {
    private static final Logger LOG = LoggerFactory.getLogger(RouteErrors.class);

    private RouteErrors() {}

    /** For roads where somebody waits for an answer; nothing was kept, and the answer says so. */
    public static void answerTheSender(RouteBuilder routes) {
        routes.onException(Intake.NotAllowed.class)
                .handled(true)
                .process(exchange -> answer(exchange, Answers.notAllowed(cause(exchange, Intake.NotAllowed.class))));
        routes.onException(Exception.class)
                .handled(true)
                .process(exchange ->
                        answer(exchange, unexpected(exchange.getExchangeId(), cause(exchange, Exception.class))));
    }

    /** For roads that a signal set off: the work is still in the store and the next signal finds it. */
    public static void waitForNextSignal(RouteBuilder routes) {
        routes.onException(Exception.class)
                .handled(true)
                .process(exchange -> tell(exchange.getFromRouteId(), cause(exchange, Exception.class)));
    }

    private static <E extends Exception> E cause(Exchange exchange, Class<E> type) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, type);
    }

    private static void answer(Exchange exchange, Answer answer) {
        exchange.getMessage().setBody(answer);
    }

    /** The answer to something nobody foresaw, logged under a number that the answer carries too. */
    public static Answer unexpected(String number, Throwable cause) {
        return Answers.ours(trouble(number, cause));
    }

    /** The same in words alone, for answers of another form: {@code STORE_AWAY} or {@code HUB_FAULT}. */
    public static Refusal trouble(String number, Throwable cause) {
        if (storeAway(cause)) {
            LOG.warn("Store not reachable, call {} was sent back: {}", number, cause.toString());
            return Answers.STORE_AWAY;
        }
        LOG.error("Our own fault, call {} was sent back", number, cause);
        return Answers.ourFault(number);
    }

    private static void tell(String route, Exception cause) {
        if (storeAway(cause)) {
            LOG.warn("Store not reachable, \"{}\" tries again later: {}", route, cause.toString());
        } else {
            LOG.error("Our own fault in \"{}\", tried again later", route, cause);
        }
    }

    /** SQLSTATE 08 is the connection, 53 out of resources, 57 shut down by its operator; a pool that lost its connection gives none. */
    public static boolean storeAway(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            boolean passing = cause instanceof SQLTransientException || cause instanceof SQLRecoverableException;
            if (passing || (cause instanceof SQLException sql && away(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean away(@Nullable String state) {
        return state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57");
    }
}
