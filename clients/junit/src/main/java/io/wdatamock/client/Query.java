package io.wdatamock.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The parameters of a query or a form; omits nulls. */
final class Query {

    private final StringJoiner parameters = new StringJoiner("&");

    Query with(String name, @Nullable Object value) {
        if (value != null) {
            parameters.add(name + "=" + encode(value.toString()));
        }
        return this;
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The parameters as the body of a form. */
    String form() {
        return parameters.toString();
    }

    /** The parameters after a question mark; empty without parameters. */
    @Override
    public String toString() {
        return parameters.length() == 0 ? "" : "?" + parameters;
    }
}
