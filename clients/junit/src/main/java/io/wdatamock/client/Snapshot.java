package io.wdatamock.client;

/**
 * The state of a sandbox without its journal. It can be restored in any sandbox of a server of the same version.
 *
 * @param json the document of the server
 */
public record Snapshot(String json) {}
