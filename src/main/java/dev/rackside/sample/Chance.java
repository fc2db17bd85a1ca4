package dev.rackside.sample;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** Seeded chance: the same seed and the same questions give the same answers. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        this(new SplittableRandom(seed));
    }

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    /** Chance of its own for one part, so that a change there leaves the other parts as they are. */
    Chance split() {
        return new Chance(random.split());
    }

    /** From low to high, both included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** One of a list, each as likely as its weight. */
    <T> T weighted(List<T> list, ToIntFunction<T> weight) {
        var left = random.nextInt(list.stream().mapToInt(weight).sum());
        for (var item : list) {
            left -= weight.applyAsInt(item);
            if (left < 0) {
                return item;
            }
        }
        throw new AssertionError("no weight");
    }

    /** The list in another order. */
    <T> List<T> shuffled(List<T> list) {
        var mixed = new java.util.ArrayList<>(list);
        for (var i = mixed.size() - 1; i > 0; i--) {
            java.util.Collections.swap(mixed, i, random.nextInt(i + 1));
        }
        return mixed;
    }

    /** An instant from a (included) to b; a where b isn't later. */
    Instant instant(Instant a, Instant b) {
        var span = b.toEpochMilli() - a.toEpochMilli();
        return span <= 0 ? a : Instant.ofEpochMilli(a.toEpochMilli() + random.nextLong(span));
    }

    String hex(int length) {
        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            text.append(Character.forDigit(random.nextInt(16), 16));
        }
        return text.toString();
    }

    /** An id of UUID version 7 as if made at that instant. */
    String id(Instant at) {
        var high = (at.toEpochMilli() << 16) | 0x7000L | random.nextInt(0x1000);
        var low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
