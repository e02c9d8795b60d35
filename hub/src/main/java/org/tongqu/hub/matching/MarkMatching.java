package org.tongqu.hub.matching;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/**
 * Known by a valid USCC, else by normalised name and province; two valid different USCCs are never one customer, whatever the name.
 */
@Service
class MarkMatching implements Matching {
    static final String RULE = "marks-1";

    private final MarkStore store;

    MarkMatching(MarkStore store) {
        this.store = store;
    }

    @Override
    public List<Verdict> identify(List<Candidate> candidates) {
        Map<String, String> owners = new HashMap<>(store.takeOrRead(wanted(candidates)));
        return candidates.stream().map(candidate -> verdict(candidate, owners)).toList();
    }

    /** Each mark with the first candidate that wants it, in the order of marks so that two transactions never wait crosswise. */
    private static Map<String, String> wanted(List<Candidate> candidates) {
        Map<String, String> wanted = new TreeMap<>();
        candidates.forEach(
                candidate -> marks(candidate).keySet().forEach(mark -> wanted.putIfAbsent(mark, candidate.newId())));
        return wanted;
    }

    /** The candidate's marks, strongest first, each with its reason. */
    private static Map<String, String> marks(Candidate candidate) {
        Map<String, String> marks = new LinkedHashMap<>();
        Uscc.valid(candidate.uscc()).ifPresent(uscc -> marks.put("uscc:" + uscc, "USCC " + uscc));
        String name = NameForm.of(candidate.name());
        String province = candidate.province() == null ? "" : candidate.province();
        String key = name.isEmpty() ? candidate.newId() : name + "|" + province;
        marks.put("name:" + key, "NAME " + name + (province.isEmpty() ? "" : " / " + province));
        return marks;
    }

    private Verdict verdict(Candidate candidate, Map<String, String> owners) {
        Map<String, String> marks = marks(candidate);
        List<String> keys = List.copyOf(marks.keySet());
        String strong = keys.getFirst();
        String home = owner(owners, strong);
        if (keys.size() == 1) {
            return new Verdict(home, home.equals(candidate.newId()), List.of(), reason(marks, strong), RULE);
        }
        return bridged(candidate, owners, marks, strong, keys.getLast(), home);
    }

    /** The candidate has a USCC and a name, and so may show that two known customers are one. */
    private Verdict bridged(
            Candidate candidate,
            Map<String, String> owners,
            Map<String, String> marks,
            String uscc,
            String name,
            String home) {
        String namesake = owner(owners, name);
        boolean fresh = home.equals(candidate.newId());
        if (namesake.equals(home) || otherUscc(namesake, uscc, owners)) {
            return new Verdict(home, fresh, List.of(), reason(marks, uscc), RULE);
        }
        if (fresh) {
            repoint(owners, home, namesake);
            return new Verdict(namesake, false, List.of(), reason(marks, name), RULE);
        }
        repoint(owners, namesake, home);
        return namesake.equals(candidate.newId())
                ? new Verdict(home, false, List.of(), reason(marks, uscc), RULE)
                : new Verdict(home, false, List.of(namesake), reason(marks, uscc), RULE);
    }

    private boolean otherUscc(String customer, String uscc, Map<String, String> owners) {
        boolean here = owners.entrySet().stream()
                .anyMatch(entry -> entry.getValue().equals(customer) && isOtherUscc(entry.getKey(), uscc));
        return here || store.marksOf(customer).stream().anyMatch(mark -> isOtherUscc(mark, uscc));
    }

    private static boolean isOtherUscc(String mark, String uscc) {
        return mark.startsWith("uscc:") && !mark.equals(uscc);
    }

    private void repoint(Map<String, String> owners, String from, String to) {
        store.repoint(from, to);
        owners.replaceAll((mark, owner) -> owner.equals(from) ? to : owner);
    }

    private static String owner(Map<String, String> owners, String mark) {
        return Objects.requireNonNull(owners.get(mark), mark);
    }

    private static String reason(Map<String, String> marks, String mark) {
        return marks.getOrDefault(mark, mark);
    }
}
