package org.tongqu.hub.handbook;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 拜访手册: the forms by product class with their versions; all of the house read them, headquarters writes new ones. */
@Component
public class Handbook {
    private static final int VERSIONS = 50;

    private final HandbookStore store;
    private final Partners partners;
    private final AuditTrail trail;
    private final Policy policy;
    private final Wall wall;
    private final Clock clock;

    Handbook(HandbookStore store, Partners partners, AuditTrail trail, Policy policy, Wall wall, Clock clock) {
        this.store = store;
        this.partners = partners;
        this.trail = trail;
        this.policy = policy;
        this.wall = wall;
        this.clock = clock;
    }

    /** Those in force, the general one first. */
    public List<FormVersion> today(Sender reader) {
        policy.require(reader, Act.READ_HANDBOOK);
        return wall.read(Scope.of(reader), store::today);
    }

    /** Of one class, the newest first; empty where it has none of its own. */
    public List<FormVersion> versions(Sender reader, String productClass) {
        policy.require(reader, Act.READ_HANDBOOK);
        return wall.read(Scope.of(reader), () -> store.versions(productClass, VERSIONS));
    }

    public Optional<FormVersion> version(Sender reader, String productClass, int version) {
        policy.require(reader, Act.READ_HANDBOOK);
        return wall.read(Scope.of(reader), () -> store.find(productClass, version));
    }

    public boolean mayRead(Sender reader) {
        return policy.allows(reader.role(), Act.READ_HANDBOOK);
    }

    public boolean mayEdit(Sender reader) {
        return policy.allows(reader.role(), Act.EDIT_HANDBOOK);
    }

    /** On which versions visits were written, by message; those that came by a wire are missing. */
    public Map<String, Written> writtenOn(Sender reader, Collection<String> messages) {
        return mayRead(reader) ? wall.read(Scope.of(reader), () -> store.writtenOn(messages)) : Map.of();
    }

    /**
     * Puts a new version in force.
     *
     * @param was the version it was made from; nought where the class has none yet
     */
    public Optional<Refusal> change(Sender by, String productClass, int was, List<FormVersion.Step> steps, String why) {
        policy.require(by, Act.EDIT_HANDBOOK);
        Optional<Refusal> wrong = HandbookWords.wrong(productClass, steps, why, partners);
        return wrong.isPresent()
                ? wrong
                : wall.within(Scope.of(by), () -> put(by, productClass, was, steps, why.strip()));
    }

    private Optional<Refusal> put(Sender by, String productClass, int was, List<FormVersion.Step> steps, String why) {
        boolean first = was == 0 && store.versions(productClass, 1).isEmpty();
        if (!first && !store.end(productClass, was, clock.instant())) {
            return Optional.of(HandbookWords.changed());
        }
        if (!store.begin(
                new FormVersion(productClass, was + 1, Columns.utc(clock.instant()), null, by.login(), why, steps))) {
            return Optional.of(HandbookWords.changed());
        }
        trail.note(Act.EDIT_HANDBOOK.name(), productClass, why);
        return Optional.empty();
    }

    /** The version a visit was written on. */
    public record Written(String messageId, String productClass, int version) {}
}
