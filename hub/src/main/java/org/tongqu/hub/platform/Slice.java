package org.tongqu.hub.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, newest first; nobody counts the whole.
 *
 * @param next hand it back as {@code after} to go on; absent at the end
 */
public record Slice<T>(List<T> items, @Nullable String next) {
    public Slice {
        items = List.copyOf(items);
    }

    /** Cuts rows read with {@link Window#oneMore} to the window. */
    public static <T> Slice<T> of(List<T> rows, Window window, Function<T, String> key) {
        if (rows.size() <= window.limit()) {
            return new Slice<>(rows, null);
        }
        List<T> shown = rows.subList(0, window.limit());
        return new Slice<>(shown, key.apply(shown.getLast()));
    }

    public <R> Slice<R> map(Function<? super T, ? extends R> each) {
        return new Slice<>(items.stream().<R>map(each).toList(), next);
    }
}
