package io.wdatamock.client;

import java.time.Instant;
import java.util.List;

/** A sandbox of a server, and the instant of its last use in real time. */
public record LiveSandbox(String name, Instant lastUsed) {

    /** The response of the control API to a list; {@code server} is the host name and the port of the server. */
    record Listing(String server, List<LiveSandbox> sandboxes) {}
}
