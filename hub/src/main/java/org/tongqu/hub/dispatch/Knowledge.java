package org.tongqu.hub.dispatch;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.needs.Lessons;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** 知识条目: what technicians left their sellers with, for all who deal with dispatches, wherever they were written. */
@Component
public class Knowledge implements Lessons {
    private final KnowledgeStore store;
    private final Policy policy;
    private final Wall wall;

    Knowledge(KnowledgeStore store, Policy policy, Wall wall) {
        this.store = store;
        this.policy = policy;
        this.wall = wall;
    }

    /**
     * Newest first.
     *
     * @param productClass with all below it
     * @param words that stand in it, whatever their case
     */
    public Slice<Item> list(Sender reader, @Nullable String productClass, @Nullable String words, Window window) {
        policy.require(reader, Act.READ_DISPATCH);
        return wall.read(Scope.of(reader), () -> Slice.of(store.items(productClass, words, window), window, Item::id));
    }

    @Override
    public List<Lesson> of(Collection<String> topClasses, int most) {
        return topClasses.isEmpty() ? List.of() : store.lessons(topClasses, most);
    }

    /**
     * One knowledge item.
     *
     * @param dispatch where it was written, absent where that is out of the reader's sight; its number beside it
     */
    public record Item(
            String id,
            @Nullable String dispatch,
            @Nullable String number,
            @Nullable String productClass,
            String trade,
            String words,
            String writtenBy,
            OffsetDateTime writtenAt) {}
}
