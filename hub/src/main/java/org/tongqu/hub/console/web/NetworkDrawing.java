package org.tongqu.hub.console.web;

import java.util.ArrayList;
import java.util.List;
import org.tongqu.hub.console.web.Network.Mood;
import org.tongqu.hub.console.web.Network.Way;

/**
 * The network as lines and ends on a sheet {@link #WIDTH} wide: regions left, the hub in the middle, factories right, an agent a dot below.
 *
 * @param middle of the hub
 * @param floor where the agents' end stands
 * @param bend from the hub down to it
 */
record NetworkDrawing(int height, int middle, int floor, List<Line> lines, List<End> ends, List<Dot> dots, Line bend) {
    static final int WIDTH = 900;
    private static final int LEFT = 160;
    private static final int HUB_LEFT = 385;
    private static final int HUB_RIGHT = 515;
    private static final int RIGHT = 740;
    private static final int TOP = 50;
    private static final int STEP = 74;
    private static final int PORT = 11;
    private static final int DOTS_A_ROW = 34;
    private static final int DOT = 16;
    private static final int THICKEST = 5;

    /** @param weight 1 thin to 5 thick, by how much passed beside the fullest way */
    record Line(String path, Mood mood, int weight) {}

    /** @param left whether it stands on the left, where words stand before the mark */
    record End(int x, int y, Way way, boolean left) {
        /** Beside the mark. */
        public int wordsX() {
            return left ? x - 18 : x + 18;
        }
    }

    record Dot(int x, int y, Way way) {}

    static NetworkDrawing of(List<Way> regions, List<Way> works, List<Way> agents) {
        int rows = Math.max(regions.size(), works.size());
        int middle = TOP + Math.max(0, rows - 1) * STEP / 2;
        long most = most(regions, works);
        List<Line> lines = new ArrayList<>();
        List<End> ends = new ArrayList<>();
        for (int n = 0; n < regions.size(); n++) {
            int y = place(n, regions.size(), rows);
            lines.add(line(LEFT, y, HUB_LEFT, port(n, regions.size(), middle), regions.get(n), most));
            ends.add(new End(LEFT, y, regions.get(n), true));
        }
        for (int n = 0; n < works.size(); n++) {
            int y = place(n, works.size(), rows);
            lines.add(line(HUB_RIGHT, port(n, works.size(), middle), RIGHT, y, works.get(n), most));
            ends.add(new End(RIGHT, y, works.get(n), false));
        }
        int floor = TOP + rows * STEP;
        List<Dot> dots = dots(agents, floor + 24);
        int height = floor + 24 + (agents.size() + DOTS_A_ROW - 1) / DOTS_A_ROW * DOT + 8;
        Line bend = new Line("M" + WIDTH / 2 + " " + middle + "V" + floor, Mood.FREE, 2);
        return new NetworkDrawing(height, middle, floor, lines, ends, dots, bend);
    }

    public int width() {
        return WIDTH;
    }

    public int centre() {
        return WIDTH / 2;
    }

    public int hubLeft() {
        return HUB_LEFT;
    }

    public int hubWidth() {
        return HUB_RIGHT - HUB_LEFT;
    }

    private static long most(List<Way> regions, List<Way> works) {
        return Math.max(
                1,
                java.util.stream.Stream.concat(regions.stream(), works.stream())
                        .mapToLong(Way::flow)
                        .max()
                        .orElse(1));
    }

    private static int place(int n, int of, int rows) {
        return TOP + n * STEP + (rows - of) * STEP / 2;
    }

    /** Where a way meets the hub: beside its neighbours, in their order. */
    private static int port(int n, int of, int middle) {
        return middle + n * PORT - (of - 1) * PORT / 2;
    }

    private static Line line(int fromX, int fromY, int toX, int toY, Way way, long most) {
        int half = (fromX + toX) / 2;
        String path =
                "M" + fromX + " " + fromY + "C" + half + " " + fromY + " " + half + " " + toY + " " + toX + " " + toY;
        return new Line(path, way.mood(), weight(way.flow(), most));
    }

    private static int weight(long flow, long most) {
        return flow == 0 ? 1 : (int) Math.max(1, Math.round((double) THICKEST * Math.sqrt((double) flow / most)));
    }

    private static List<Dot> dots(List<Way> agents, int y) {
        List<Dot> dots = new ArrayList<>();
        for (int n = 0; n < agents.size(); n++) {
            int inRow = Math.min(DOTS_A_ROW, agents.size() - n / DOTS_A_ROW * DOTS_A_ROW);
            int x = WIDTH / 2 - inRow * DOT / 2 + n % DOTS_A_ROW * DOT;
            dots.add(new Dot(x, y + n / DOTS_A_ROW * DOT, agents.get(n)));
        }
        return dots;
    }
}
