package io.wdatamock.upstream;

import io.wdatamock.memory.Segments;
import java.util.List;
import java.util.Map;

/**
 * A response of the upstream.
 *
 * @param headers the headers by name, without hop-by-hop headers
 * @param body the body as received, with its content coding
 */
public record UpstreamResponse(int status, Map<String, List<String>> headers, Segments body) {

    /** Returns the values of a header. */
    public List<String> header(String name) {
        return headers.getOrDefault(name, List.of());
    }
}
