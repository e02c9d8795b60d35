package org.tongqu.hub.journal;

import static org.tongqu.hub.journal.Simulation.require;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether all promises stand at the end of a simulation, by the business's own book and the partners' own lists. */
final class SimulationVerdict {
    private final Simulation world;
    private final EffectBook book;

    SimulationVerdict(Simulation world) {
        this.world = world;
        this.book = world.book();
    }

    void stands() {
        everyMessageIsThereOnce();
        everyNoteTookEffectOnce();
        nothingUnderALostLease();
        theHighestRevisionSpeaks();
        onlyPlannedTrouble();
        everyParcelArrivedAndIsSettledOnce();
        world.senders().files().forEach(this::everyRowOnce);
    }

    private void everyMessageIsThereOnce() {
        none("kept twice", """
                select sha256 from journal.message where login = :run and outcome <> 'REFUSED' group by sha256 having count(*) > 1
                """);
        none(
                "settled and parked",
                "select id from journal.message where login = :run and outcome is not null and parked_at is not null");
        for (Correspondence.Letter letter : world.senders().letters()) {
            require(letter.acknowledged(), letter.name() + " never had a receipt");
        }
    }

    private void everyNoteTookEffectOnce() {
        Map<String, Integer> stands = book.counted("note");
        stands.forEach((note, times) -> require(times == 1, note + " took effect " + times + " times"));
        Set<String> promised = world.senders().promised();
        require(
                promised.equals(stands.keySet()),
                "promised and not there: " + without(promised, stands.keySet()) + "; there and not promised: "
                        + without(stands.keySet(), promised));
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    private void nothingUnderALostLease() {
        none("written under a lease that was lost", """
                select what || ' ' || thing || ' under ' || held || ', good was ' || coalesce(good, -1)
                from simulation.effect where run = :run and held is distinct from good
                """);
    }

    private void theHighestRevisionSpeaks() {
        Map<String, Integer> highest = world.senders().promised().stream()
                .map(LedgerRoom.Note::of)
                .collect(Collectors.toMap(LedgerRoom.Note::number, LedgerRoom.Note::revision, Math::max));
        Map<String, Integer> speaking =
                book.counts("select thing, revision from simulation.speaking where starts_with(thing, :run || '-')");
        require(highest.equals(speaking), "ought to speak: " + highest + ", speaks: " + speaking);
    }

    /** A hub that stumbles over itself tries again until nobody sees it; here it is seen. */
    private void onlyPlannedTrouble() {
        none("failed for no planned reason", """
                select distinct a.reason from journal.attempt a join journal.message m on m.id = a.message_id and m.received_day = a.received_day
                where m.received_at >= timestamptz '%s' and m.received_at < timestamptz '%s' and m.login in (:run, '%s')
                  and a.outcome = 'FAILED' and a.reason not in ('a bug of the room', '%s')
                """.formatted(
                        Simulation.BEGIN, Simulation.BEGIN.plusSeconds(864_000), world.agent(), Simulation.AWAY));
    }

    private void everyParcelArrivedAndIsSettledOnce() {
        Map<String, Integer> taken = book.counted("taken");
        Set<String> notes = new TreeSet<>(
                book.list("select load ->> 'name' from platform.outbox where starts_with(partner, :run || '-')"));
        require(notes.equals(world.senders().promised()), "parcels: " + notes);
        for (String parcel : book.list(
                "select id from platform.outbox where starts_with(partner, :run || '-') or (partner = '" + world.agent()
                        + "' and message_id in (select ref from simulation.effect where run = :run and what = 'row'))")) {
            require(world.arrivals().byKey().containsKey(parcel), "parcel " + parcel + " never arrived");
            require(
                    Objects.equals(taken.get(parcel), 1),
                    "parcel " + parcel + " was settled " + taken.get(parcel) + " times");
        }
        none(
                "parcel not settled",
                "select id from platform.outbox where starts_with(partner, :run || '-') and state <> 'SENT'");
    }

    private void everyRowOnce(Correspondence.Dropped file) {
        String id = Objects.requireNonNull(file.messageId(), file.name());
        same(
                file,
                "rows counted and refused, and the last row taken",
                file.good() + " " + file.bad() + " " + (file.good() + file.bad() + 1),
                of(id, "rows_accepted + rows_duplicate || ' ' || rows_refused || ' ' || checkpoint"));
        Map<String, Integer> rows = book.counted("row");
        rows.forEach((row, times) -> require(times == 1, file.name() + " " + row + " came " + times + " times"));
        long own = rows.keySet().stream().filter(row -> row.startsWith(id)).count();
        same(file, "rows given to their room", file.good(), own);
        same(
                file,
                "lines and rows accepted, apart",
                0,
                of(id, "(select count(*) from sales.report_line where message_id = m.id) - rows_accepted"));
        same(
                file,
                "rows that went back and rows refused, apart",
                0,
                of(id, "(select count(*) from journal.refused_row where message_id = m.id) - rows_refused"));
        same(
                file,
                "words to its sender",
                1,
                of(id, "(select count(*) from platform.outbox where effect_key = 'file-done|' || m.id)"));
        same(
                file,
                "lines that speak",
                file.good(),
                book.list(
                                "select count(*)::text from sales.report_line where superseded_by is null and report_no = '%s'"
                                        .formatted(file.reportNo()))
                        .getFirst());
    }

    private static void same(Correspondence.Dropped file, String what, Object wanted, Object found) {
        require(
                wanted.toString().equals(found.toString()),
                "%s, %s: ought to be %s, is %s".formatted(file.name(), what, wanted, found));
    }

    private String of(String messageId, String what) {
        return book.list("select (%s)::text from journal.message m where m.id = '%s'".formatted(what, messageId))
                .getFirst();
    }

    private void none(String broken, String sql) {
        var found = book.list(sql);
        require(found.isEmpty(), broken + ": " + found);
    }
}
