package io.wdatamock.wire;

import java.util.Collection;
import java.util.Optional;

/** Finds the existing name that is most similar to an unknown one. */
public final class Suggestion {

    /** The longest name that is compared; longer ones are unlikely to be typing errors and take long. */
    private static final int LONGEST = 200;

    private Suggestion() {}

    /** Returns the remedy for an unknown connection: a similar ID, and how to declare that it will be created later. */
    public static String orPending(String name, Collection<String> names) {
        return nearest(name, names)
                        .map(nearest -> "; did you mean %s?".formatted(Sanitizer.quote(nearest)))
                        .orElse(".")
                + " If it will be created later, add \"pending\": true";
    }

    /** Returns the most similar name; among equally similar ones the first; empty if none is similar enough. */
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

    /** Returns the edit distance of two names, or any larger number if it exceeds {@code most}. */
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
