package org.tongqu.regions.uplink;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.connectors.canon.LineCarrier;
import org.tongqu.connectors.canon.LineChain;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.Receipt;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Uplink;
import org.tongqu.connectors.canon.VisitReport;
import org.tongqu.connectors.rest.UplinkJson;
import org.tongqu.connectors.rest.VisitWording;

/** The other end on paper: hashes by number for each line, and a line that can be cut, before the call arrives or after. */
final class PaperHub implements LineCarrier {
    enum Weather {
        FINE,
        CUT,
        ANSWERS_LOST,
        DENIED,
        STRANGE
    }

    final Map<String, List<String>> lines = new LinkedHashMap<>();
    final Map<String, Uplink.Continued> continued = new LinkedHashMap<>();
    final List<String> visitNos = new ArrayList<>();
    private final String name;
    Weather weather = Weather.FINE;
    int calls;

    PaperHub(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Word call(byte[] call) {
        calls++;
        return switch (weather) {
            case FINE -> new Word.Said(UplinkJson.write(answer(read(call))));
            case CUT -> new Word.Cut(why("LINE_CUT"));
            case ANSWERS_LOST -> {
                answer(read(call));
                yield new Word.Cut(why("LINE_CUT"));
            }
            case DENIED -> new Word.Denied(why("WRONG_KEY"));
            case STRANGE -> new Word.Said("<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        };
    }

    private static Refusal why(String code) {
        return new Refusal("", code, "不通", "no line");
    }

    private static Uplink.Call<VisitReport> read(byte[] call) {
        if (UplinkJson.read(call, new VisitWording())
                instanceof Reading.Understood<Uplink.Call<VisitReport>>(Uplink.Call<VisitReport> said, String hash)) {
            return said;
        }
        throw new AssertionError("not a call");
    }

    private Uplink.Answer answer(Uplink.Call<VisitReport> call) {
        Uplink.Continued former = call.continues();
        long base = former == null ? 0 : former.base();
        if (former != null) {
            continued.put(call.line(), former);
        }
        List<String> kept = lines.computeIfAbsent(call.line(), id -> new ArrayList<>());
        List<Uplink.Standing> receipts = new ArrayList<>();
        for (Uplink.Entry<VisitReport> entry : call.entries()) {
            int place = (int) (entry.seq() - base) - 1;
            if (place < kept.size() && !kept.get(place).equals(entry.hash())) {
                return told(call.line(), base, kept, receipts, new Uplink.Conflict(entry.seq(), "不同", "other"));
            }
            if (place == kept.size()) {
                kept.add(entry.hash());
                visitNos.add(((Reading.Understood<VisitReport>) entry.item().reading())
                        .said()
                        .visitNo());
            }
            if (place < kept.size()) {
                receipts.add(
                        new Uplink.Standing(entry.seq(), "hub-" + entry.seq(), Receipt.Status.RECEIVED, List.of()));
            }
        }
        return told(call.line(), base, kept, receipts, null);
    }

    private static Uplink.Answer told(
            String line,
            long base,
            List<String> kept,
            List<Uplink.Standing> receipts,
            Uplink.@org.jspecify.annotations.Nullable Conflict conflict) {
        long through = base + kept.size();
        String head = kept.isEmpty() ? LineChain.start(line) : kept.getLast();
        return new Uplink.Answer(through, head, through + 1, receipts, conflict);
    }

    @Override
    public void close() {}
}
