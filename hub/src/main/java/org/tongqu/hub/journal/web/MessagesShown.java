package org.tongqu.hub.journal.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Slice;

/**
 * 消息页: the list under its filters and the one message opened beside it.
 *
 * @param gone a message was asked for that is not there or not the reader's to see
 * @param resent what came of a resend just asked for
 */
record MessagesShown(
        JournalPages.Sought sought,
        @Nullable String after,
        Slice<JournalPages.MessageLine> found,
        long parked,
        List<Partners.Partner> partners,
        JournalPages.@Nullable Message opened,
        boolean gone,
        boolean mayResend,
        @Nullable String resent,
        @Nullable Text payload) {
    private static final List<String> KNOWN_BY = List.of("ORDER_NO", "VISIT_NO", "CUSTOMER", "DEMAND");
    private static final Map<String, String> PAGES =
            Map.of("need", "/needs/", "customer", "/customers/", "order", "/orders/");

    public List<String> states() {
        return JournalPages.STATES;
    }

    public List<String> kinds() {
        return Stream.concat(Stream.of(MessageKind.values()).map(MessageKind::name), Stream.of("DEMAND", "FILE_DONE"))
                .toList();
    }

    public boolean filtered() {
        return !sought.equals(JournalPages.Sought.EVERYTHING);
    }

    /** This list with one message opened. */
    public String opening(String id) {
        return address(after, id);
    }

    /** This list with nothing opened. */
    public String closed() {
        return address(after, null);
    }

    /** This very page. */
    public String again() {
        return address(after, opened == null ? null : opened.id());
    }

    /** Whether a file in the list is being read just now, so that the page looks again by itself. */
    public boolean reading() {
        return found.items().stream().anyMatch(this::reading);
    }

    public boolean reading(JournalPages.MessageLine line) {
        return line.counts() != null && line.outcome() == null && !line.parked();
    }

    public boolean readingOpened() {
        return opened != null && opened.counts() != null && opened.outcome() == null && !opened.parked();
    }

    /** The message above the opened one in this list, or null. */
    public @Nullable String newerOpened() {
        int at = placeOfOpened();
        return at > 0 ? opening(found.items().get(at - 1).id()) : null;
    }

    /** The message below the opened one; behind the last the list goes on. */
    public @Nullable String olderOpened() {
        int at = placeOfOpened();
        if (at >= 0 && at + 1 < found.items().size()) {
            return opening(found.items().get(at + 1).id());
        }
        String next = found.next();
        return at >= 0 && next != null ? older(next) : null;
    }

    /** The opened one is the last of this page, so the way on is another page. */
    public boolean goesOn() {
        return placeOfOpened() == found.items().size() - 1;
    }

    private int placeOfOpened() {
        return opened == null
                ? -1
                : found.items().stream()
                        .map(JournalPages.MessageLine::id)
                        .toList()
                        .indexOf(opened.id());
    }

    public String older(String next) {
        return address(next, null);
    }

    public String newest() {
        return address(null, null);
    }

    /** Where all that this list shows can be resent; null where it shows what cannot. */
    public @Nullable String manyHref() {
        boolean stands = "PARKED".equals(sought.state()) || "REJECTED".equals(sought.state());
        return stands && !found.items().isEmpty() ? address("/parked/many", null, null, "true") : null;
    }

    private String address(@Nullable String from, @Nullable String open) {
        return address("/messages", from, open, null);
    }

    private String address(String path, @Nullable String from, @Nullable String open, @Nullable String whole) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("key", sought.key());
        all.put("state", sought.state());
        all.put("partner", sought.partner());
        all.put("kind", sought.kind());
        all.put("after", from);
        all.put("open", open);
        all.put("all", whole);
        all.values().removeIf(Objects::isNull);
        all.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().build(all).toString();
    }

    /** The key people know a line by: what a person would ask for before what machines call it. */
    public String keyOf(JournalPages.MessageLine line) {
        String name = line.name();
        if (name != null) {
            return name;
        }
        return line.keys().stream()
                .min(Comparator.comparingInt(key -> KNOWN_BY.contains(key.name()) ? KNOWN_BY.indexOf(key.name()) : 99))
                .map(JournalPages.Key::value)
                .orElse(line.id());
    }

    /** The stations a message passes, inbound or outbound; where it was turned away the road ends in a refusal. */
    public List<Step> steps() {
        JournalPages.Message message = Objects.requireNonNull(opened);
        List<String> names = message.direction().equals("OUT")
                ? List.of("WAITING", "SENT", "ACKNOWLEDGED")
                : List.of("RECEIVED", "UNDERSTOOD", "APPLIED");
        if (List.of("REFUSED", "REJECTED").contains(message.state())) {
            return List.of(new Step(names.getFirst(), "stop"), new Step(message.state(), "no"));
        }
        int reached = message.direction().equals("OUT")
                ? Math.max(0, names.indexOf(message.state()))
                : names.indexOf(message.progress() == null ? "RECEIVED" : message.progress());
        return Stream.of(0, 1, 2)
                .map(n -> new Step(names.get(n), n <= reached ? "stop" : "come"))
                .toList();
    }

    /** Effects of one kind told together, with a way to the page where there is one. */
    public List<Changed> effects() {
        Map<String, Changed> byKind = new LinkedHashMap<>();
        for (JournalPages.Effect effect : Objects.requireNonNull(opened).effects()) {
            byKind.merge(effect.what(), Changed.of(effect), Changed::plus);
        }
        return List.copyOf(byKind.values());
    }

    /** @param style stop where it has been, come where it has not, no where it was refused */
    record Step(String name, String style) {}

    /** @param ref of the first, which alone is meant where there is but one */
    record Changed(
            String what, long count, String ref, @Nullable String href) {
        static Changed of(JournalPages.Effect effect) {
            String page = PAGES.get(effect.what());
            return new Changed(effect.what(), 1, effect.ref(), page == null ? null : page + effect.ref());
        }

        Changed plus(Changed other) {
            return new Changed(what, count + other.count, ref, null);
        }
    }

    /**
     * The beginning of the bytes as text.
     *
     * @param cut whether there is more
     */
    record Text(String format, long size, String text, boolean cut) {
        /** Whether it is nothing a person could read, such as a workbook. */
        public boolean binary() {
            return text.indexOf('\0') >= 0;
        }
    }
}
