package org.tongqu.hub.console.web;

import java.util.ArrayList;
import java.util.List;
import org.tongqu.hub.console.web.NeedRoad.Look;
import org.tongqu.hub.console.web.NeedRoad.Station;
import org.tongqu.hub.console.web.NeedRoad.Track;

/**
 * The road as lines, marks and words on a sheet {@link #WIDTH} wide: trunk, one track a factory, tail.
 *
 * @param more factories beyond the four that are drawn
 */
record RoadDrawing(int height, List<Line> lines, List<Mark> marks, List<Text> texts, List<Pill> pills, int more) {
    static final int WIDTH = 1120;
    private static final int MOST_TRACKS = 4;
    private static final int TRUNK_FROM = 58;
    private static final int TRUNK_STEP = 93;
    private static final int TRACK_FROM = 448;
    private static final int TRACK_STEP = 124;
    private static final int MERGE = 800;
    private static final int TAIL_FROM = 830;
    private static final int TAIL_STEP = 82;
    private static final int TRACK_HEIGHT = 100;
    private static final int LONGEST = 13;

    static RoadDrawing of(NeedRoad road) {
        return new Pen(road).drawn();
    }

    public int width() {
        return WIDTH;
    }

    /** @param style done, next, wait, wait late or cut */
    record Line(String path, String style) {}

    record Mark(int x, int y, Look look) {}

    /** @param style of the words, e.g. come, hot, track */
    record Text(int x, int y, String words, String style) {}

    record Pill(int x, int y, int width, String words, boolean late) {}

    /** Draws once and is thrown away. */
    private static final class Pen {
        private final NeedRoad road;
        private final List<Track> tracks;
        private final int middle;
        private final List<Line> lines = new ArrayList<>();
        private final List<Mark> marks = new ArrayList<>();
        private final List<Text> texts = new ArrayList<>();
        private final List<Pill> pills = new ArrayList<>();

        Pen(NeedRoad road) {
            this.road = road;
            this.tracks = road.tracks().stream().limit(MOST_TRACKS).toList();
            this.middle = 56 + Math.max(0, tracks.size() - 1) * TRACK_HEIGHT / 2;
        }

        RoadDrawing drawn() {
            stations(road.trunk(), TRUNK_FROM, TRUNK_STEP, middle);
            for (int n = 0; n < tracks.size(); n++) {
                track(tracks.get(n), 56 + n * TRACK_HEIGHT);
            }
            if (tracks.isEmpty()) {
                lines.add(new Line(flat(trunkEnd(), TAIL_FROM, middle), "next"));
            }
            tail();
            int height = 110 + Math.max(0, tracks.size() - 1) * TRACK_HEIGHT;
            return new RoadDrawing(
                    height, lines, marks, texts, pills, road.tracks().size() - tracks.size());
        }

        private int trunkEnd() {
            return TRUNK_FROM + (road.trunk().size() - 1) * TRUNK_STEP;
        }

        private void track(Track track, int y) {
            List<Station> stations = track.stations();
            lines.add(new Line(
                    curve(trunkEnd(), middle, TRACK_FROM, y),
                    style(stations.getFirst().look())));
            texts.add(new Text(TRACK_FROM - 8, y - 34, track.factory(), "track"));
            stations(stations, TRACK_FROM, TRACK_STEP, y);
            pill(track, y);
            int end = TRACK_FROM + (stations.size() - 1) * TRACK_STEP;
            Look last = stations.getLast().look();
            if (last != Look.REFUSED) {
                boolean met = last == Look.DONE && road.tail().getFirst().look() == Look.DONE;
                lines.add(new Line(flat(end, 724, y) + tailCurve(y), met ? "done" : "next"));
            }
        }

        /** How long an open track has waited, on the way to the station it waits for. */
        private void pill(Track track, int y) {
            for (int n = 0; n < track.stations().size(); n++) {
                Look look = track.stations().get(n).look();
                if (look == Look.HERE || look == Look.LATE) {
                    int width = 20 + Words.width(track.waited());
                    // Before the first station the road still bends, so there the pill stands behind it.
                    int x = n == 0 ? TRACK_FROM + 18 + width / 2 : TRACK_FROM + n * TRACK_STEP - TRACK_STEP / 2;
                    pills.add(new Pill(x, y - 17, width, track.waited(), look == Look.LATE));
                }
            }
        }

        private void tail() {
            for (int n = 0; n + 1 < road.tail().size(); n++) {
                Look next = road.tail().get(n + 1).look();
                lines.add(new Line(
                        flat(TAIL_FROM + n * TAIL_STEP, TAIL_FROM + (n + 1) * TAIL_STEP, middle), style(next)));
            }
            for (int n = 0; n < road.tail().size(); n++) {
                station(road.tail().get(n), TAIL_FROM + n * TAIL_STEP, middle);
            }
        }

        private void stations(List<Station> stations, int from, int step, int y) {
            for (int n = 1; n < stations.size(); n++) {
                Station to = stations.get(n);
                int x = from + n * step;
                lines.add(new Line(flat(x - step, x, y), style(to.look())));
                if (!to.gap().isEmpty()) {
                    texts.add(new Text(x - step / 2, y - 12, to.gap(), "time"));
                }
            }
            for (int n = 0; n < stations.size(); n++) {
                station(stations.get(n), from + n * step, y);
            }
        }

        private void station(Station station, int x, int y) {
            marks.add(new Mark(x, y, station.look()));
            texts.add(new Text(x, y + 25, station.label(), words(station.look())));
            if (!station.under().isEmpty() && !station.under().equals("—")) {
                texts.add(new Text(x, y + 41, Words.cut(station.under(), LONGEST), "time"));
            }
        }

        private static String words(Look look) {
            return switch (look) {
                case DONE -> "";
                case HERE -> "hot";
                case LATE, REFUSED -> "no";
                case TO_COME -> "come";
            };
        }

        private static String style(Look look) {
            return switch (look) {
                case DONE -> "done";
                case HERE -> "wait";
                case LATE -> "wait late";
                case REFUSED -> "cut";
                case TO_COME -> "next";
            };
        }

        private static String flat(int from, int to, int y) {
            return "M" + from + " " + y + "H" + to;
        }

        private static String curve(int fromX, int fromY, int toX, int toY) {
            int half = (fromX + 12 + toX - 14) / 2;
            return "M" + fromX + " " + fromY + "H" + (fromX + 12) + "C" + half + " " + fromY + " " + half + " " + toY
                    + " " + (toX - 14) + " " + toY + "H" + toX;
        }

        private String tailCurve(int y) {
            int half = (724 + MERGE) / 2;
            return "C" + half + " " + y + " " + half + " " + middle + " " + MERGE + " " + middle + "H" + TAIL_FROM;
        }
    }

    /** Widths of words as they will about be drawn: a Chinese character is twice a Latin letter. */
    static final class Words {
        private Words() {}

        static int width(String words) {
            return words.codePoints().map(each -> each > 0x2E7F ? 12 : 7).sum();
        }

        static String cut(String words, int characters) {
            int room = characters * 12;
            int used = 0;
            StringBuilder kept = new StringBuilder();
            for (int each : words.codePoints().toArray()) {
                used += each > 0x2E7F ? 12 : 7;
                if (used > room) {
                    return kept.append('…').toString();
                }
                kept.appendCodePoint(each);
            }
            return words;
        }
    }
}
