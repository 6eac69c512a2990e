package io.wdatamock.journal;

import java.util.ArrayList;
import java.util.List;

/** Collects the reasons for the response to one request. Confined to that request; not thread-safe. */
public final class Explanation {

    /** The maximum number of notes; a last one reports how many were omitted. */
    private static final int MAX_NOTES = 10;

    private final List<String> notes = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private int notesLeftOut;

    /** Adds a note: something that was accepted or ignored. The client receives it in a header. */
    public void note(String tolerance) {
        if (notes.contains(tolerance)) {
            return;
        }
        if (notes.size() < MAX_NOTES) {
            notes.add(tolerance);
        } else {
            notesLeftOut++;
        }
    }

    /** Adds a reason for the response. */
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
