package org.tongqu.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;

/** How long something took this thread, in time of the processor, so that a busy machine does not make a quick thing slow. */
final class Quickly {
    private Quickly() {}

    static <T> T within(Duration most, Supplier<T> act) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        T made = act.get();
        long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertThat(Duration.ofNanos(after - before)).isLessThan(most);
        return made;
    }
}
