package io.wdatamock.journal;

import java.util.ArrayList;
import java.util.List;

/** Collects why one request was answered as it was. Belongs to that request alone; not thread-safe. */
public final class Explanation {

    /** How many notes are kept; a last one tells of those left out. */
    private static final int MOST_NOTES = 10;

    private final List<String> notes = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private int notesLeftOut;

    /** Something the request got away with, or that was left out of account: told to the client as well. */
    public void note(String tolerance) {
        if (notes.contains(tolerance)) {
            return;
        }
        if (notes.size() < MOST_NOTES) {
            notes.add(tolerance);
        } else {
            notesLeftOut++;
        }
    }

    /** A fact that decided the answer. */
    public void because(String reason) {
        reasons.add(reason);
    }

    public List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        if (notesLeftOut > 0) {
            all.add("and %d more".formatted(notesLeftOut));
        }
        return List.copyOf(all);
    }

    public List<String> reasons() {
        return List.copyOf(reasons);
    }
}
