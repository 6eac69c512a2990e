package io.wdatamock.client;

import java.time.Instant;
import java.util.List;

/** A sandbox of a server, and the instant of its last use in real time. */
public record LiveSandbox(String name, Instant lastUsed) {

    /** The response of the control API to a list. */
    record Listing(List<LiveSandbox> sandboxes) {}
}
