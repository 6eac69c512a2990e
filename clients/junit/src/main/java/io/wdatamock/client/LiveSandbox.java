package io.wdatamock.client;

import java.time.Instant;
import java.util.List;

/** A sandbox of a server, and when it was last used in real time. */
public record LiveSandbox(String name, Instant lastUsed) {

    /** How the control API lists them. */
    record Listing(List<LiveSandbox> sandboxes) {}
}
