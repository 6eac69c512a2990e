package io.wdatamock.bench;

/**
 * An HTTP response.
 *
 * @param body empty if the client skipped it
 * @param isLast whether the server closes the connection after it, as Tomcat does after some errors
 * @param isFaulty whether a fault of the mock caused it
 */
public record Response(int status, String body, boolean isLast, boolean isFaulty) {

    /** Whether the server rejected the request because a memory budget was used up. */
    public boolean isRejectedForMemory() {
        return status == 503 && !isFaulty;
    }
}
