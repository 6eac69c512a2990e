package io.wdatamock.auth;

import io.wdatamock.wire.Sanitizer;
import io.wdatamock.wire.WireJson;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The fields of a token request. A field without a value counts as missing (RFC 6749, section 3.2). */
record Form(Map<String, String> fields) {

    Form {
        fields = Map.copyOf(fields);
    }

    /** Parses a JSON object of strings; null counts as missing; throws 400 for anything else. */
    static Form parseJson(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : object(body).properties()) {
            JsonNode value = member.getValue();
            String name = Sanitizer.clean(member.getKey());
            if (!value.isString() && !value.isNull()) {
                throw TokenErrors.invalidRequest(name, name + " was " + value.getNodeType() + ", but must be a string");
            }
            if (!value.isNull() && !value.asString().isEmpty()) {
                fields.put(member.getKey(), value.asString());
            }
        }
        return new Form(fields);
    }

    private static JsonNode object(String body) {
        try {
            JsonNode tree = WireJson.MAPPER.readTree(body);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JacksonException e) {
            // continues with the 400 below
        }
        throw TokenErrors.invalidRequest("body", "The body must be a JSON object, each of whose names comes once");
    }

    /** Parses a form; throws 400 if a field is repeated or the encoding is malformed. */
    static Form parse(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (!value.isEmpty() && fields.put(name, value) != null) {
                throw TokenErrors.invalidRequest(
                        Sanitizer.clean(name), Sanitizer.clean(name) + " was given several times; once is right");
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
