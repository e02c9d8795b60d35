package org.tongqu.hub.platform;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Enumeration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.tongqu.connectors.jms.Queues;

/**
 * Holds a line to the broker and, each time it had to be made anew, looks whether this is still the broker that holds our queues: a mark lies in a
 * queue of our own and in the store. Any broker can be asked this way, without rights of management on it.
 */
final class BrokerWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final ConnectionFactory broker;
    private final BrokerMarkStore store;
    private final Wall wall;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;
    private final Jobs jobs;
    private volatile @Nullable Connection line;
    private boolean compared;
    private volatile @Nullable Instant since;

    BrokerWatch(
            ConnectionFactory broker,
            BrokerMarkStore store,
            Wall wall,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock,
            Jobs jobs) {
        this.broker = broker;
        this.store = store;
        this.wall = wall;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.jobs = jobs;
    }

    boolean isThere() {
        return line != null;
    }

    /** Since when it is there, or away; null where it never was there in this run. */
    @Nullable
    Instant since() {
        return since;
    }

    /** Costs nothing while the line holds; throws where the broker is away. */
    synchronized void look() throws JMSException {
        Connection held = line;
        if (held == null) {
            compared = false;
            connect();
        } else if (!compared) {
            compared = compareMarks(held);
        }
    }

    private void connect() throws JMSException {
        Connection fresh = broker.createConnection();
        try {
            fresh.setExceptionListener(broken -> {
                line = null;
                since = clock.instant();
            });
            fresh.start();
            compared = compareMarks(fresh);
            line = fresh;
            since = clock.instant();
        } finally {
            if (line == null) {
                fresh.close();
            }
        }
    }

    /** False where another hub is at it, or took it over; the next look compares again. */
    private boolean compareMarks(Connection fresh) throws JMSException {
        try {
            return jobs.run("broker mark", LEASE, lease -> compareMarks(fresh, lease));
        } catch (BrokerAway away) {
            throw away.cause;
        }
    }

    private void compareMarks(Connection fresh, JobLease lease) {
        try (Session session = fresh.createSession(Session.SESSION_TRANSACTED)) {
            Optional<String> ours = wall.read(Scope.WORKER, store::mark);
            Optional<String> there = markIn(session);
            if (there.isEmpty() || !there.equals(ours)) {
                begin(session, ours.isEmpty(), lease);
            }
        } catch (JMSException trouble) {
            throw new BrokerAway(trouble);
        }
    }

    private static final class BrokerAway extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final JMSException cause;

        BrokerAway(JMSException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    private static Optional<String> markIn(Session session) throws JMSException {
        try (var browser = session.createBrowser(session.createQueue(Queues.MARK))) {
            Enumeration<?> marks = browser.getEnumeration();
            return marks.hasMoreElements()
                    ? Optional.ofNullable(((Message) marks.nextElement()).getJMSCorrelationID())
                    : Optional.empty();
        }
    }

    /** The store first: killed between the two, the next start finds the marks unlike again and sends once more, under the same keys. */
    private void begin(Session session, boolean firstTime, JobLease lease) throws JMSException {
        String mark = ids.next();
        wall.run(Scope.WORKER, () -> {
            lease.hold();
            events.publishEvent(new QueuesLost(clock.instant()));
            store.keep(mark, clock.instant());
        });
        wall.run(Scope.WORKER, () -> layUnder(lease, session, mark));
        if (!firstTime) {
            LOG.warn(
                    "The broker does not hold our queues any more; demands without a word from their factory are sent again");
        }
    }

    /** Held while it is laid, so that a hub that slept lays no old mark over another's new one. */
    private static void layUnder(JobLease lease, Session session, String mark) {
        lease.hold();
        try {
            lay(session, mark);
        } catch (JMSException trouble) {
            throw new BrokerAway(trouble);
        }
    }

    private static void lay(Session session, String mark) throws JMSException {
        var queue = session.createQueue(Queues.MARK);
        try (MessageConsumer old = session.createConsumer(queue);
                var producer = session.createProducer(queue)) {
            while (old.receiveNoWait() != null) {
                // marks of an earlier store
            }
            Message message = session.createMessage();
            message.setJMSCorrelationID(mark);
            producer.send(message);
            session.commit();
        }
    }

    @Override
    public synchronized void close() throws JMSException {
        Connection last = line;
        line = null;
        if (last != null) {
            last.close();
        }
    }
}
