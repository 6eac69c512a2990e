package io.wdatamock.client;


/**
 * A whole sandbox but its journal, to be restored in any sandbox or server of its version.
 *
 * @param json the document as the server wrote it
 */
public record Snapshot(String json) {}
