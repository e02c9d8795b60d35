package org.tongqu.hub.needs;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

/** A room that knows what was learnt of product classes; the rooms of visits read it through this. */
public interface Lessons {
    /** What was learnt of these top classes and all below them, within the scope at hand, newest first; at most so many. */
    List<Lesson> of(Collection<String> topClasses, int most);

    /** One thing learnt. */
    record Lesson(String productClass, String words, String writtenBy, OffsetDateTime writtenAt) {}
}
