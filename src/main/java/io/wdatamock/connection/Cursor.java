package io.wdatamock.connection;

import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Sanitizer;
import io.wdatamock.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * The position of the next page. It contains a connection instead of a number, so that it remains valid when
 * connections are added.
 *
 * @param after the last connection of the previous page
 * @param limit the size of a page
 */
public record Cursor(ConnectionKey after, int limit, ConnectionFilter filter) {

    /** The maximum and default number of connections of a page. */
    public static final int LARGEST_PAGE = 1000;

    /** Returns the cursor in the form that clients receive: opaque and URL-safe. */
    public String encode() {
        byte[] json = WireJson.MAPPER.writeValueAsBytes(this);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    /** Parses a cursor from a client; throws 400 if it is malformed. */
    public static Cursor decode(String encoded) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(encoded.getBytes(StandardCharsets.US_ASCII));
            return Optional.ofNullable(WireJson.MAPPER.readValue(json, Cursor.class))
                    .filter(Cursor::isComplete)
                    .orElseThrow(() -> invalid(encoded));
        } catch (IllegalArgumentException | JacksonException e) {
            throw invalid(encoded);
        }
    }

    private static ApiException invalid(String encoded) {
        return ApiException.badRequest(
                "cursor",
                "cursor was %s, which is not a cursor of this server; pass on the cursor of the page before, or leave it out"
                        .formatted(Sanitizer.quote(encoded)));
    }

    @SuppressWarnings("ConstantValue") // values read from JSON may be null
    private boolean isComplete() {
        return after != null
                && after.created() != null
                && after.connectionId() != null
                && filter != null
                && limit >= 1
                && limit <= LARGEST_PAGE;
    }
}
