package org.tongqu.bench.measure;

/**
 * Something measured side by side with its plain alternatives.
 *
 * @param <S> what it runs on
 */
public interface Bench<S> {
    /** One word, as typed after {@code ./tongqu bench}. */
    String name();

    String zh();

    String en();

    /** Whether it runs only when it is asked for by its name. */
    default boolean isLong() {
        return false;
    }

    /** @throws WrongResult where a contender lost, doubled or miscounted something; never because it is slow */
    void run(S stage) throws Exception;
}
