package org.tongqu.bench.chaos;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Goes into the hub's JVM from outside, so that the product itself knows of no crash points: when a file arms a {@link Moment}, the JVM ends
 * there as by kill -9, with no hook run and nothing flushed; and another file sets the clock of the hub, or of a branch's node.
 */
public final class CrashAgent {
    private static final int KILLED = 137;
    private static final int LOOKS_EVERY_MILLIS = 20;
    private static final AtomicInteger LEFT = new AtomicInteger();
    private static volatile String armed = "";
    private static volatile Duration ahead = Duration.ZERO;

    private CrashAgent() {}

    /**
     * @param armFile holds {@code enter|leave type.method times}; it is taken away once it was read. Beside it, with {@code .clock} behind its
     *     name, by how much the clock is ahead, as {@code PT1H}
     */
    public static void premain(String armFile, Instrumentation jvm) {
        for (Moment moment : Moment.values()) {
            new AgentBuilder.Default()
                    .ignore(ElementMatchers.none())
                    .type(ElementMatchers.named(moment.type()))
                    .transform((builder, type, loader, module, domain) ->
                            builder.visit(Advice.to(Passing.class).on(ElementMatchers.named(moment.method()))))
                    .installOn(jvm);
        }
        new AgentBuilder.Default()
                .ignore(ElementMatchers.none())
                .type(ElementMatchers.named("org.tongqu.hub.platform.PlatformConfiguration"))
                .transform((builder, type, loader, module, domain) ->
                        builder.visit(Advice.to(Ticking.class).on(ElementMatchers.named("clock"))))
                .installOn(jvm);
        new AgentBuilder.Default()
                .ignore(ElementMatchers.none())
                .type(ElementMatchers.named("org.tongqu.regions.RunningNode"))
                .transform((builder, type, loader, module, domain) ->
                        builder.visit(Advice.to(NodeTicking.class).on(ElementMatchers.isTypeInitializer())))
                .installOn(jvm);
        Path file = Path.of(armFile);
        look(file);
        Thread.ofPlatform().name("crash-agent").daemon().start(() -> lookForEver(file));
    }

    private static void lookForEver(Path file) {
        while (!Thread.currentThread().isInterrupted()) {
            look(file);
            try {
                TimeUnit.MILLISECONDS.sleep(LOOKS_EVERY_MILLIS);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void look(Path file) {
        try {
            if (Files.exists(file)) {
                String[] words = Files.readString(file).strip().split(" ", 3);
                LEFT.set(Integer.parseInt(words[2]));
                armed = words[0] + " " + words[1];
                Files.delete(file);
            }
            Path clock = file.resolveSibling(file.getFileName() + ".clock");
            if (Files.exists(clock)) {
                ahead = Duration.parse(Files.readString(clock).strip());
            }
        } catch (IOException | DateTimeParseException half) {
            // being written: the next look sees it whole
            Thread.onSpinWait();
        }
    }

    /** Called from inside the hub's methods. */
    public static void passed(String where) {
        if (where.equals(armed) && LEFT.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    /** Called where the hub makes its clock. */
    public static Clock jumping(Clock real) {
        return new JumpingClock(real, () -> ahead);
    }

    /** Copied to where the hub makes its clock. */
    static final class Ticking {
        private Ticking() {}

        @Advice.OnMethodExit
        static void out(@Advice.Return(readOnly = false) Clock clock) {
            clock = CrashAgent.jumping(clock);
        }
    }

    /** Copied to where a branch's node makes its clock. */
    static final class NodeTicking {
        private NodeTicking() {}

        @Advice.OnMethodExit
        static void out(@Advice.FieldValue(value = "CLOCK", readOnly = false) Clock clock) {
            clock = CrashAgent.jumping(clock);
        }
    }

    /** Copied into the hub's methods. */
    static final class Passing {
        private Passing() {}

        @Advice.OnMethodEnter
        static void in(@Advice.Origin("enter #t.#m") String where) {
            CrashAgent.passed(where);
        }

        @Advice.OnMethodExit
        static void out(@Advice.Origin("leave #t.#m") String where) {
            CrashAgent.passed(where);
        }
    }
}
