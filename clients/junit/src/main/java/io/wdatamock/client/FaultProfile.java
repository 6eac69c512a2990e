package io.wdatamock.client;

import java.util.List;

/** A named set of faults of the server, which {@link Faults#addProfile} adds together. */
public record FaultProfile(String name, String description, List<Fault> faults) {

    /** The response of the control API to a list. */
    record Listing(List<FaultProfile> profiles) {}
}
