package org.tongqu.hub;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the statements by which a piece of work asks the store in the thread at hand. */
public final class Statements {
    private Statements() {}

    public static long of(Runnable work) {
        Counter counter = new Counter(Thread.currentThread().getName());
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Level was = logger.getLevel();
        counter.start();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(counter);
        try {
            work.run();
        } finally {
            logger.detachAppender(counter);
            logger.setAdditive(true);
            logger.setLevel(was);
        }
        return counter.seen.get();
    }

    private static final class Counter extends AppenderBase<ILoggingEvent> {
        private final String thread;
        private final AtomicLong seen = new AtomicLong();

        Counter(String thread) {
            this.thread = thread;
        }

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getThreadName().equals(thread)
                    && event.getMessage().startsWith("Executing prepared SQL statement")) {
                seen.incrementAndGet();
            }
        }
    }
}
