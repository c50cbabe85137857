package org.lanerunner.shared;

import jakarta.annotation.Nullable;
import java.util.List;
import java.util.function.Function;

/** A page of a list in keyset order. {@code next} is to be handed in as {@code after} for the page that follows; it is null at the end. */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** Makes a page of up to {@code limit + 1} rows. The one row too many only says that there is more. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, ?> key) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        return new Page<>(rows.subList(0, limit), String.valueOf(key.apply(rows.get(limit - 1))));
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
