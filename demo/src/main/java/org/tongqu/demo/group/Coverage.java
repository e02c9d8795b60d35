package org.tongqu.demo.group;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.tongqu.demo.line.Credential;
import org.tongqu.demo.line.Wires;

/**
 * 覆盖分工: the two representatives of each region share its product classes; the north-west has nobody for printing presses. Where anybody
 * is assigned, all stays as it is.
 */
final class Coverage {
    private static final Credential DESK = Credential.basic("desk", Wires.SECRET);
    private static final String PATH = "/api/v1/coverage";
    private static final List<String> REGIONS = List.of("NE", "N", "E", "CS", "SW", "NW");
    private static final List<String> FIRST = List.of("MACHINE_TOOL", "CRANE", "ENVIRONMENTAL");
    private static final List<String> SECOND = List.of("BOILER", "SWITCHGEAR", "CRANE");

    private final Postman postman;
    private final String today;

    Coverage(Postman postman, Clock clock) {
        this.postman = postman;
        this.today =
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai")).toString();
    }

    private record Assignment(String login, String region, String productClass, boolean directSeller, String from) {}

    /** Comes back when the hub has all of it. */
    void enter() throws InterruptedException {
        if (nobodyIsThere()) {
            for (String region : REGIONS) {
                assign(region, 1, FIRST);
                assign(region, 2, SECOND);
                assign(region, 2, region.equals("NW") ? List.of() : List.of("PRINTING"));
            }
        }
    }

    private boolean nobodyIsThere() throws InterruptedException {
        return postman.ask(PATH, DESK).findValues("there").stream().noneMatch(there -> there.asInt() > 0);
    }

    private void assign(String region, int n, List<String> classes) throws InterruptedException {
        String login = "rep-" + region.toLowerCase(Locale.ROOT) + "-" + n;
        for (String productClass : classes) {
            postman.post(PATH + "/assignments", DESK, new Assignment(login, region, productClass, n == 1, today));
        }
    }
}
