package io.wdatamock.client;

import java.util.List;

/** The faults of a sandbox. */
public final class Faults {

    private static final String PATH = "/__mock/faults";

    /** How the control API lists them. */
    record Listing(List<ActiveFault> faults) {}

    private final ControlApi api;

    Faults(ControlApi api) {
        this.api = api;
    }

    /** Those in force, the oldest first. */
    public List<ActiveFault> all() {
        return api.get(PATH, Listing.class).faults();
    }

    /** Puts a fault in force and returns it with its ID. The oldest fault that matches a request strikes. */
    public ActiveFault add(Fault fault) {
        return api.post(PATH, fault, ActiveFault.class);
    }

    /** Deletes a fault; requests that it holds go on. */
    public void delete(ActiveFault fault) {
        api.delete(PATH + "/" + fault.id());
    }

    /** Deletes all faults; requests that they hold go on. */
    public void deleteAll() {
        api.delete(PATH);
    }
}
