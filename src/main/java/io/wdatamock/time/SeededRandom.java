package io.wdatamock.time;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The random numbers of one sandbox. Each value is a function of the seed, a kind and a counter per kind, so that the
 * same calls give the same IDs in every sandbox and after every reset. Not thread-safe.
 */
public final class SeededRandom {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** The seed, and how many values of each kind were generated. */
    public record State(long seed, Map<String, Long> counters) {

        public State {
            // sorted, so that equal states are written equally
            counters = Collections.unmodifiableMap(new TreeMap<>(counters));
        }
    }

    private final long seed;
    private final Map<String, Long> counters;

    /** Creates a generator in its initial state. */
    public SeededRandom(long seed) {
        this(new State(seed, Map.of()));
    }

    /** Creates a generator that continues from a state. */
    public SeededRandom(State state) {
        this.seed = state.seed();
        this.counters = new HashMap<>(state.counters());
    }

    public State state() {
        return new State(seed, counters);
    }

    /** Returns the next ID of this kind, a UUID. */
    public String nextId(String kind) {
        long counter = next(kind);
        long high = (bits(kind, counter, 0) & ~0xF000L) | 0x4000L;
        long low = (bits(kind, counter, 1) & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** Returns the next secret of this kind: 32 hexadecimal digits. */
    public String nextSecret(String kind) {
        long counter = next(kind);
        return "%016x%016x".formatted(bits(kind, counter, 0), bits(kind, counter, 1));
    }

    /** Returns the next whole number of this kind, from {@code min} to {@code max}, both inclusive. */
    public long nextNumber(String kind, long min, long max) {
        return min + Long.remainderUnsigned(bits(kind, next(kind), 0), max - min + 1);
    }

    /** Returns the next fraction of this kind, from 0 (inclusive) to 1 (exclusive). */
    public double nextFraction(String kind) {
        return fraction(bits(kind, next(kind), 0));
    }

    /** Returns the next value of this kind from the standard normal distribution, the same on every platform. */
    public double nextGaussian(String kind) {
        long counter = next(kind);
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - fraction(bits(kind, counter, 0))));
        return radius * StrictMath.cos(2 * Math.PI * fraction(bits(kind, counter, 1)));
    }

    private static double fraction(long bits) {
        return (bits >>> 11) * 0x1.0p-53;
    }

    private long next(String kind) {
        return counters.merge(kind, 1L, Long::sum);
    }

    private long bits(String kind, long counter, int lane) {
        long state = mix(seed + GOLDEN_GAMMA) ^ mix(kind.hashCode() + GOLDEN_GAMMA * (lane + 1));
        return mix(state + counter * GOLDEN_GAMMA);
    }

    /** The finalizer of SplitMix64, which spreads neighbouring inputs over all 64 bits. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
