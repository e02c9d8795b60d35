package org.tongqu.regions.uplink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongqu.connectors.canon.LineCarrier;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Uplink;
import org.tongqu.connectors.rest.UplinkJson;
import org.tongqu.regions.outbox.Line;
import org.tongqu.regions.outbox.Outbox;

/**
 * One branch's link to the hub: as long as there is a line it tells what waits, in order, one call at a time, and when there is nothing it asks now and then how
 * far the hub is. A cut is waited out with growing pauses; a hub that refuses the branch is asked seldom, since only a person can mend that.
 */
public final class Link implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final Roads roads;
    private final Clock clock;
    private final Pause pause;
    private final Set<String> told = new HashSet<>();
    private volatile LinkState state = LinkState.UNTRIED;
    private volatile boolean closing;
    private Instant due = Instant.MIN;

    /** @param carriers the first that is open is taken */
    public Link(Outbox outbox, List<LineCarrier> carriers, Clock clock, Random random) {
        this.outbox = outbox;
        this.roads = new Roads(carriers, clock);
        this.clock = clock;
        this.pause = new Pause(random);
    }

    public String branch() {
        return outbox.branch();
    }

    public LinkState state() {
        return state;
    }

    /** Does what can be done now; called again and again by one hand. */
    public void turn() {
        boolean waits = state.cutSince() != null || state.denied();
        if (clock.instant().isBefore(due) && (waits || outbox.state().waiting() == 0)) {
            return;
        }
        boolean goesOn = true;
        while (goesOn && !closing) {
            goesOn = tellOneCall();
        }
    }

    /** Whether another call should follow at once. */
    private boolean tellOneCall() {
        Line line = lineToTell();
        Uplink.Call<?> call = outbox.next(line.id());
        return switch (roads.call(UplinkJson.write(call))) {
            case LineCarrier.Word.Said(byte[] bytes) -> said(line, call, bytes);
            case LineCarrier.Word.Cut(Refusal why) -> cut(why);
            case LineCarrier.Word.Denied(Refusal why) -> denied(why);
        };
    }

    /** By a queue even a refusal comes as an answer. */
    private boolean said(Line line, Uplink.Call<?> call, byte[] bytes) {
        Optional<Uplink.Answer> answer = UplinkJson.answer(bytes);
        return answer.isPresent()
                ? answered(line, call, answer.get())
                : UplinkJson.refusal(bytes).map(this::denied).orElseGet(() -> cut(Words.strangeAnswer()));
    }

    /** A line that was given up is asked for once a run: a hub that lost its store gets that one again too. */
    private Line lineToTell() {
        List<Line> lines = outbox.lines();
        return lines.stream()
                .filter(line -> !line.current())
                .filter(line -> !told.contains(line.id()))
                .findFirst()
                .orElseGet(lines::getLast);
    }

    private boolean answered(Line line, Uplink.Call<?> call, Uplink.Answer answer) {
        heard();
        outbox.answered(line.id(), answer);
        if (line.current() && answer.conflict() != null) {
            return goOn(line, answer.conflict().at() - 1, answer.completeThrough());
        }
        if (line.current() && answer.completeThrough() > call.last()) {
            return goOn(line, call.last(), answer.completeThrough());
        }
        return more(line, call, answer);
    }

    private boolean goOn(Line line, long at, long hubHas) {
        LOG.warn(
                "{}: the hub has line {} through {}, this disk agrees through {} only; going on under a new line",
                branch(),
                line.id(),
                hubHas,
                at);
        outbox.goOn(line.id(), at, hubHas);
        return true;
    }

    /** A call that settled nothing, though something waits, is not repeated at once: the hub is asked again after a pause. */
    private boolean more(Line before, Uplink.Call<?> call, Uplink.Answer answer) {
        Line line = outbox.line(before.id());
        boolean done = line.settled() >= line.last();
        boolean aheadOrAstray = answer.conflict() != null || answer.completeThrough() > call.last();
        if (done || aheadOrAstray) {
            told.add(line.id());
        }
        boolean stuck = !done && !aheadOrAstray && line.settled() == before.settled();
        due = clock.instant().plus(stuck ? pause.next() : IDLE);
        return !stuck && (!line.current() || !done);
    }

    private void heard() {
        if (state.cutSince() != null || state.denied()) {
            LOG.info("{}: the line to the hub is back, by {}", branch(), roads.current());
        }
        pause.over();
        state = LinkState.heard(clock.instant(), roads.current());
    }

    private boolean cut(Refusal why) {
        if (state.cutSince() == null) {
            LOG.warn("{}: {} / {}", branch(), why.zh(), why.en());
        }
        state = state.cut(clock.instant(), why);
        due = clock.instant().plus(pause.next());
        return false;
    }

    private boolean denied(Refusal why) {
        LOG.error("{}: {} {} / {}", branch(), why.code(), why.zh(), why.en());
        state = state.denied(clock.instant(), why);
        due = clock.instant().plus(pause.afterDenial());
        return false;
    }

    @Override
    public void close() {
        closing = true;
        roads.close();
    }
}
