package io.wdatamock.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Takes secrets out of what is recorded. */
final class Redaction {

    private static final String REDACTED = "[redacted]";
    private static final Set<String> SECRETS = Set.of("client_secret", "access_token", "token", "password");
    private static final Pattern TOKEN_MEMBER = Pattern.compile("(\"access_token\"\\s*:\\s*\")[^\"]*");

    private Redaction() {}

    /** The header's value; of one that authenticates only the scheme. */
    static String header(String name, String value) {
        if (name.equalsIgnoreCase(HttpHeaders.COOKIE)) {
            return REDACTED;
        }
        if (!name.equalsIgnoreCase(HttpHeaders.AUTHORIZATION)
                && !name.equalsIgnoreCase(HttpHeaders.PROXY_AUTHORIZATION)) {
            return value;
        }
        int space = value.indexOf(' ');
        return space < 0 ? REDACTED : value.substring(0, space + 1) + REDACTED;
    }

    /** A query or a form-encoded body. */
    static @Nullable String form(@Nullable String form) {
        return form == null
                ? null
                : Arrays.stream(form.split("&", -1)).map(Redaction::field).collect(Collectors.joining("&"));
    }

    /** The answer of the token endpoint. */
    static String answer(String json) {
        return TOKEN_MEMBER.matcher(json).replaceAll("$1" + REDACTED);
    }

    private static String field(String pair) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        return SECRETS.contains(decode(name)) ? name + "=" + REDACTED : pair;
    }

    private static String decode(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
