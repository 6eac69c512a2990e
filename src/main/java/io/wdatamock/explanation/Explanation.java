package io.wdatamock.explanation;

import java.util.ArrayList;
import java.util.List;

/** Collects why one request was answered as it was. Belongs to that request alone; not thread-safe. */
public final class Explanation {

    private final List<String> notes = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    /** Something the request got away with, or that was left out of account: told to the client as well. */
    public void note(String tolerance) {
        notes.add(tolerance);
    }

    /** A fact that decided the answer. */
    public void because(String reason) {
        reasons.add(reason);
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }

    public List<String> reasons() {
        return List.copyOf(reasons);
    }
}
