package org.tongqu.demo.factory;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.tongqu.demo.line.Heard;
import org.tongqu.demo.line.Json;
import org.tongqu.demo.line.Wire;
import org.tongqu.demo.line.Words.Asked;
import org.tongqu.demo.trade.Luck;

/** Works off what the factory owes the hub, one step of a demand after the other; a hub that is down is tried again, less and less often. */
final class Clerk implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(8);
    private static final double OLD_ONES_ORDERED = 0.6;
    private static final System.Logger LOG = System.getLogger(Clerk.class.getName());

    private final FactorySettings settings;
    private final Ledger ledger;
    private final Wire hub;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor desk;
    private final Map<String, Integer> failures = new HashMap<>();
    private final Set<Dossier> held = new HashSet<>();
    private volatile Behaviour behaviour;

    Clerk(FactorySettings settings, Ledger ledger, Wire hub, Clock clock) {
        this.settings = settings;
        this.ledger = ledger;
        this.hub = hub;
        this.clock = clock;
        this.behaviour = settings.behaviour();
        this.desk = new ScheduledThreadPoolExecutor(
                1, Thread.ofVirtual().name(settings.code() + "-clerk").factory());
        desk.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Goes on where a killed process stopped. */
    void resume() {
        ledger.dossiers().forEach(this::plan);
    }

    void behave(Behaviour now) {
        behaviour = now;
        desk.execute(this::takeUpHeld);
    }

    private void takeUpHeld() {
        Set<Dossier> waiting = Set.copyOf(held);
        held.clear();
        waiting.forEach(this::plan);
    }

    void plan(Dossier dossier) {
        dossier.next(hub.kind().brings()).ifPresent(step -> after(due(dossier, step), dossier));
    }

    /** Whether nothing is owed any more that its own books knew when it was asked; what lies ahead is not owed yet. */
    boolean caughtUp() {
        return ledger.dossiers().stream().noneMatch(this::owesOfOld);
    }

    private boolean owesOfOld(Dossier dossier) {
        return dossier.next(hub.kind().brings())
                .filter(step -> step.compareTo(Step.ORDER) <= 0)
                .filter(step -> isOld(dossier) && willing(dossier, step))
                .isPresent();
    }

    private void after(Duration pause, Dossier dossier) {
        if (!desk.isShutdown()) {
            ScheduledFuture<?> unused =
                    desk.schedule(() -> work(dossier), Math.max(0, pause.toMillis()), TimeUnit.MILLISECONDS);
        }
    }

    private Duration due(Dossier dossier, Step step) {
        Duration pace = switch (step) {
            case ACKNOWLEDGEMENT -> Duration.ZERO;
            case ANSWER -> isOld(dossier) ? lookingUp(dossier) : answerTime(dossier);
            case ORDER -> isOld(dossier) ? Duration.ZERO : settings.temper().pace();
            default -> settings.temper().pace();
        };
        return Duration.between(OffsetDateTime.now(clock), dossier.lastAt().plus(pace));
    }

    private boolean isOld(Dossier dossier) {
        return backlog(dossier).isPresent();
    }

    private Optional<Backlog> backlog(Dossier dossier) {
        Asked asked = Json.as(dossier.asked(), Asked.class);
        return settings.temper().looksBack() ? Backlog.of(asked, OffsetDateTime.now(clock)) : Optional.empty();
    }

    /** What its own books know needs no calculation. */
    private static Duration lookingUp(Dossier dossier) {
        return Luck.of("time " + dossier.demandId).between(Duration.ZERO, LONGEST_LOOK);
    }

    private Duration answerTime(Dossier dossier) {
        Temper temper = settings.temper();
        return Luck.of("time " + dossier.demandId).between(temper.answersFrom(), temper.answersTo());
    }

    private void work(Dossier dossier) {
        try {
            dossier.next(hub.kind().brings())
                    .filter(step -> speaks(dossier, step))
                    .filter(step -> willing(dossier, step))
                    .ifPresent(step -> say(dossier, step));
        } catch (RuntimeException ours) {
            LOG.log(System.Logger.Level.ERROR, settings.code() + " demand " + dossier.demandId, ours);
        }
    }

    /** What may not be said today is held for a better day; even who answers nothing acknowledges. */
    private boolean speaks(Dossier dossier, Step step) {
        boolean speaks = behaviour.speaks() || (behaviour == Behaviour.SILENT && step == Step.ACKNOWLEDGEMENT);
        if (!speaks) {
            held.add(dossier);
        }
        return speaks;
    }

    private boolean willing(Dossier dossier, Step step) {
        return switch (step) {
            case ANSWER ->
                isOld(dossier)
                        || !Luck.of("silent " + dossier.demandId)
                                .falls(settings.temper().silent());
            case ORDER -> Luck.of("order " + dossier.demandId).falls(orders(dossier));
            default -> true;
        };
    }

    private double orders(Dossier dossier) {
        double share = settings.temper().orders();
        return isOld(dossier) && share > 0 ? OLD_ONES_ORDERED : share;
    }

    private void say(Dossier dossier, Step step) {
        JsonNode words = dossier.said(step);
        if (words == null) {
            words = ledger.said(dossier, step, compose(dossier, step));
        }
        try {
            settle(dossier, step, hub.say(step.subject(), words));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private JsonNode compose(Dossier dossier, Step step) {
        Asked asked = Json.as(dossier.asked(), Asked.class);
        boolean refuses = behaviour == Behaviour.REFUSING
                || Luck.of("refuse " + dossier.demandId).falls(settings.temper().refuses());
        OffsetDateTime at = OffsetDateTime.now(clock);
        return Json.tree(new FactoryWords(settings.code(), asked, dossier.factoryRef(), backlog(dossier), at)
                .words(step, refuses));
    }

    private void settle(Dossier dossier, Step step, Heard heard) {
        switch (heard) {
            case Heard.Kept kept -> {
                failures.remove(dossier.demandId);
                ledger.heard(dossier, step, true);
                plan(dossier);
            }
            case Heard.Refused refused -> {
                ledger.heard(dossier, step, false);
                LOG.log(
                        System.Logger.Level.WARNING,
                        "枢纽拒收 hub refused {0} {1} {2}: {3}",
                        settings.code(),
                        step,
                        dossier.demandId,
                        refused.reply());
            }
            case Heard.NotNow notNow -> after(pauseAfter(dossier.demandId), dossier);
        }
    }

    private Duration pauseAfter(String demandId) {
        int times = failures.merge(demandId, 1, Integer::sum);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(times - 1, 6));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    @Override
    public void close() {
        desk.shutdownNow();
    }
}
