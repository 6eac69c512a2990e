package io.wdatamock.connection;

import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Sanitizer;
import io.wdatamock.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Where the next page begins, and what it shows. As it names a connection and no number, it stays right while
 * connections are added.
 *
 * @param after the last connection of the page before
 * @param limit the size of a page
 */
public record Cursor(ConnectionKey after, int limit, ConnectionFilter filter) {

    /** The largest page, which is also the size of a page when none is asked for. */
    public static final int LARGEST_PAGE = 1000;

    /** The cursor as clients get it: opaque, and safe in a query. */
    public String encode() {
        byte[] json = WireJson.MAPPER.writeValueAsBytes(this);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    /** The cursor behind what a client sent back; anything else is refused with 400. */
    public static Cursor decode(String encoded) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(encoded.getBytes(StandardCharsets.US_ASCII));
            return Optional.ofNullable(WireJson.MAPPER.readValue(json, Cursor.class))
                    .filter(Cursor::isWhole)
                    .orElseThrow(() -> foreign(encoded));
        } catch (IllegalArgumentException | JacksonException e) {
            throw foreign(encoded);
        }
    }

    private static ApiException foreign(String encoded) {
        return ApiException.badRequest(
                "cursor",
                "cursor was %s, which no list has given out; pass on the cursor of the page before, or leave it out"
                        .formatted(Sanitizer.of(encoded)));
    }

    @SuppressWarnings("ConstantValue") // what is read from JSON may lack anything
    private boolean isWhole() {
        return after != null
                && after.created() != null
                && after.connectionId() != null
                && filter != null
                && limit >= 1
                && limit <= LARGEST_PAGE;
    }
}
