package org.tongqu.demo.trade;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/** Chance that falls the same way for the same name, so that a killed and restarted partner says the same again. */
public final class Luck {
    private final RandomGenerator dice;

    private Luck(RandomGenerator dice) {
        this.dice = dice;
    }

    public static Luck of(String name) {
        CRC32 sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        return new Luck(new SplittableRandom(sum.getValue()));
    }

    /**
     * @param share 0 never, 1 always
     */
    public boolean falls(double share) {
        return dice.nextDouble() < share;
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    public int between(int low, int high) {
        return dice.nextInt(low, high + 1);
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(dice.nextInt(choices.size()));
    }

    public Duration between(Duration low, Duration high) {
        return low.plusMillis(dice.nextLong(Math.max(1, high.minus(low).toMillis() + 1)));
    }
}
