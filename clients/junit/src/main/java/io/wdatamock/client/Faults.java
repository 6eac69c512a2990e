package io.wdatamock.client;

import java.util.List;

/** The faults of a sandbox. */
public final class Faults {

    private static final String PATH = "/__mock/faults";

    /** The response of the control API to a list. */
    record Listing(List<ActiveFault> faults) {}

    private final ControlApi api;

    Faults(ControlApi api) {
        this.api = api;
    }

    /** The active faults, the oldest first. */
    public List<ActiveFault> all() {
        return api.get(PATH, Listing.class).faults();
    }

    /** Adds a fault and returns it with its ID. Of several faults that match a request, the oldest one applies. */
    public ActiveFault add(Fault fault) {
        return api.post(PATH, fault, ActiveFault.class);
    }

    /** The named sets of faults of the server. */
    public List<FaultProfile> profiles() {
        return api.get("/__mock/fault-profiles", FaultProfile.Listing.class).profiles();
    }

    /** Adds the faults of a profile, for example {@code flaky-network}, and returns them with their IDs. */
    public List<ActiveFault> addProfile(String name) {
        String query = new Query().with("profile", name).toString();
        return api.post(PATH + query, Listing.class).faults();
    }

    /** Deletes a fault and releases the requests that it holds. */
    public void delete(ActiveFault fault) {
        api.delete(PATH + "/" + fault.id());
    }

    /** Deletes all faults and releases the requests that they hold. */
    public void deleteAll() {
        api.delete(PATH);
    }
}
