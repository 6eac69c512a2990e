package io.wdatamock.auth;

import io.wdatamock.wire.Quote;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of a form-encoded body; a field without a value counts as left out (RFC 6749, section 3.2). */
record Form(Map<String, String> fields) {

    Form {
        fields = Map.copyOf(fields);
    }

    /** The fields of this body; 400 for one that comes twice or is not form-encoded. */
    static Form parse(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (!value.isEmpty() && fields.put(name, value) != null) {
                throw TokenErrors.invalidRequest(
                        Quote.plain(name), Quote.plain(name) + " was given several times; once is right");
            }
        }
        return new Form(fields);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw TokenErrors.invalidRequest(
                    "body", "The body is not form-encoded: two hexadecimal digits must follow each %");
        }
    }
}
