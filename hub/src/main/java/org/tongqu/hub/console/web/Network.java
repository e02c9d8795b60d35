package org.tongqu.hub.console.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 路网: who spoke and who was spoken to in a time, and which ways are slow or cut.
 *
 * @param total messages in and out in that time
 * @param regions where visits come from
 * @param works the factories
 * @param agents one dot each
 * @param kinds what was on the road, most first
 */
record Network(
        Span span,
        long total,
        List<Way> regions,
        List<Way> works,
        List<Way> agents,
        List<Notice> notices,
        List<Kind> kinds,
        NetworkDrawing drawing,
        NetworkPulse pulse) {

    /** How far back one looks, and how fine. */
    enum Span {
        HOUR(Duration.ofHours(1), Duration.ofMinutes(1)),
        DAY(Duration.ofDays(1), Duration.ofMinutes(30)),
        WEEK(Duration.ofDays(7), Duration.ofHours(3));

        private final Duration back;
        private final Duration step;

        Span(Duration back, Duration step) {
            this.back = back;
            this.step = step;
        }

        Duration back() {
            return back;
        }

        Duration step() {
            return step;
        }

        int steps() {
            return (int) back.dividedBy(step);
        }
    }

    /** FREE something passed, QUIET nothing did, SLOW it waits, CUT it does not pass at all. */
    enum Mood {
        FREE,
        QUIET,
        SLOW,
        CUT;

        /** For style sheets. */
        public String style() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One way between somebody and the hub.
     *
     * @param in messages from there
     * @param out parcels for there
     * @param brief the mood in few words, for the drawing
     * @param says the mood in words
     * @param href the messages that went this way
     */
    record Way(String code, String name, long in, long out, Mood mood, String brief, String says, String href) {
        public long flow() {
            return in + out;
        }
    }

    /** What somebody should look at. */
    record Notice(Mood mood, String title, String says, String href) {}

    /** @param rows of files, null for messages of one piece */
    record Kind(String kind, long messages, @Nullable Long rows) {}
}
