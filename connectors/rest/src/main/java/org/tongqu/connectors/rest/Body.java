package org.tongqu.connectors.rest;

import java.util.List;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.Refusal;

/** What a request body turned out to be. */
public sealed interface Body<T> {

    /** One item or more, each with its own bytes and its own reading. */
    record Items<T>(List<Item<T>> items) implements Body<T> {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Nothing could be told apart in it, so nothing is kept and the sender still has it (HTTP 400). */
    record Unreadable<T>(Refusal refusal) implements Body<T> {}
}
