package org.tongqu.hub.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.LineChain;
import org.tongqu.connectors.canon.Uplink;
import org.tongqu.connectors.canon.VisitReport;
import org.tongqu.connectors.rest.VisitWording;

/** A branch node's hand: it numbers and chains visits and makes calls of them. */
final class Teller {
    private final String branch;
    private final String line = UUID.randomUUID().toString();
    private final Uplink.@Nullable Continued continues;
    private final long base;
    private final List<byte[]> visits = new ArrayList<>();
    private final List<String> hashes = new ArrayList<>();

    Teller(String branch) {
        this(branch, null);
    }

    Teller(String branch, Uplink.@Nullable Continued continues) {
        this.branch = branch;
        this.continues = continues;
        this.base = continues == null ? 0 : continues.base();
        this.hashes.add(LineChain.start(line));
    }

    String line() {
        return line;
    }

    String visitNo(long seq) {
        return "L-" + line + "-" + seq;
    }

    /** As many visits more, each with a word of its own. */
    Teller says(int more, String word) {
        for (int n = 0; n < more; n++) {
            says("""
                    {"formatVersion":1,"visitNo":"%s","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                     "customer":{"name":"线路测试机床厂","province":"辽宁省"},"opinions":["%s"]}""".formatted(visitNo(base + visits.size() + 1), word));
        }
        return this;
    }

    Teller says(String visit) {
        visits.add(visit.getBytes(UTF_8));
        hashes.add(LineChain.next(hashes.getLast(), visits.getLast()));
        return this;
    }

    /** The same numbers, other content from here on: the disk was put back and life went on. */
    Teller forgets(long after) {
        while (base + visits.size() > after) {
            visits.removeLast();
            hashes.removeLast();
        }
        return this;
    }

    Uplink.Call<VisitReport> call(long from, long to) {
        VisitWording wording = new VisitWording();
        List<Uplink.Entry<VisitReport>> entries = LongStream.rangeClosed(from, to)
                .mapToObj(seq -> {
                    byte[] raw = visits.get((int) (seq - base) - 1);
                    return new Uplink.Entry<>(
                            seq, hashes.get((int) (seq - base)), new Item<>(raw, wording.format(), wording.read(raw)));
                })
                .toList();
        String prev = hashes.get((int) (from - base) - 1);
        return new Uplink.Call<>(line, branch, continues, from, prev, base + visits.size(), visits.size(), entries);
    }
}
