package io.wdatamock.wire;

import java.util.Collection;
import java.util.Optional;

/** The name that was probably meant by one that there is not. */
public final class Suggestion {

    /** Longer names are nobody's slip of the finger, and would take long to compare. */
    private static final int LONGEST = 200;

    private Suggestion() {}

    /** What to do about a connection that there is not: a similar one, and how to say that it is yet to come. */
    public static String orPending(String name, Collection<String> names) {
        return nearest(name, names)
                        .map(nearest -> "; did you mean %s?".formatted(Sanitizer.of(nearest)))
                        .orElse(".")
                + " If it is yet to come, add \"pending\": true";
    }

    /** The most similar of some names, of those equally similar the first in order, if any is similar enough. */
    public static Optional<String> nearest(String name, Collection<String> names) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        String nearest = null;
        int least = Math.max(1, name.length() / 2) + 1;
        for (String other : names) {
            int distance = distance(name, other, least);
            if (distance < least || (nearest != null && distance == least && other.compareTo(nearest) < 0)) {
                least = distance;
                nearest = other;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** How many characters have to be put in, left out or replaced; if more than {@code most}, some larger number. */
    private static int distance(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) {
            return most + 1;
        }
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return most + 1;
            }
            above = row;
        }
        return above[other.length()];
    }
}
