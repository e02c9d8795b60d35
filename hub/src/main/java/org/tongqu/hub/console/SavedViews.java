package org.tongqu.hub.console;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Views of lists: each is its owner's alone to change; a colleague who wants another saves one of their own. */
@Component
public class SavedViews {
    private static final int MOST = 100;

    private final SavedViewStore store;
    private final Wall wall;
    private final Policy policy;
    private final Ids ids;
    private final Clock clock;

    SavedViews(SavedViewStore store, Wall wall, Policy policy, Ids ids, Clock clock) {
        this.store = store;
        this.wall = wall;
        this.policy = policy;
        this.ids = ids;
        this.clock = clock;
    }

    /** Own views of a list, then those colleagues share, each by name. */
    public List<SavedView> of(Sender reader, String path) {
        return wall.read(Scope.of(reader), () -> store.of(reader.login(), path));
    }

    public Optional<SavedView> byDefault(Sender reader, String path) {
        return of(reader, path).stream().filter(SavedView::byDefault).findFirst();
    }

    public Optional<SavedView> find(Sender reader, String id) {
        return wall.read(Scope.of(reader), () -> store.find(reader.login(), id));
    }

    public Answer save(Sender owner, Wanted wanted) {
        return write(owner, wanted.shared(), () -> {
            if (store.of(owner.login(), wanted.path()).size() >= MOST) {
                return Answer.TOO_MANY;
            }
            String id = ids.next();
            if (!store.insert(id, owner.login(), wanted, clock.instant())) {
                return Answer.NAME_TAKEN;
            }
            if (wanted.byDefault()) {
                store.openListWith(owner.login(), wanted.path(), id);
            }
            return Answer.DONE;
        });
    }

    /** A new name, shared or not; the filters stay. */
    public Answer change(Sender owner, String id, String name, boolean shared) {
        return write(
                owner,
                shared,
                () -> own(owner, id)
                        .map(view -> {
                            if (store.taken(owner.login(), view.path(), name, id)) {
                                return Answer.NAME_TAKEN;
                            }
                            store.change(owner.login(), id, name, shared);
                            return Answer.DONE;
                        })
                        .orElse(Answer.NOT_YOURS));
    }

    public Answer delete(Sender owner, String id) {
        return write(
                owner, false, () -> store.delete(owner.login(), id, clock.instant()) ? Answer.DONE : Answer.NOT_YOURS);
    }

    /** Takes a deletion back; a view that took its name meanwhile keeps it. */
    public Answer restore(Sender owner, String id) {
        return write(owner, false, () -> {
            if (store.nameOfDeletedIsTaken(owner.login(), id)) {
                return Answer.NAME_TAKEN;
            }
            return store.restore(owner.login(), id) ? Answer.DONE : Answer.NOT_YOURS;
        });
    }

    /** Makes a view, own or shared, the one this reader's list opens with, or takes that back. */
    public Answer openWith(Sender reader, String id, boolean byDefault) {
        return write(
                reader,
                false,
                () -> store.find(reader.login(), id)
                        .map(view -> {
                            store.openListWith(reader.login(), view.path(), byDefault ? id : null);
                            return Answer.DONE;
                        })
                        .orElse(Answer.NOT_YOURS));
    }

    private Optional<SavedView> own(Sender owner, String id) {
        return store.find(owner.login(), id).filter(SavedView::own);
    }

    private Answer write(Sender writer, boolean shared, Supplier<Answer> work) {
        policy.require(writer, shared ? Act.SHARE_VIEW : Act.SAVE_VIEW);
        return wall.within(Scope.of(writer), work);
    }

    /** What came of it. */
    public enum Answer {
        DONE,
        NAME_TAKEN,
        TOO_MANY,
        NOT_YOURS
    }

    /** A view as it is asked for. */
    public record Wanted(String path, String name, String query, boolean shared, boolean byDefault) {}
}
