package io.wdatamock.har;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** URLs in HAR files. Clients send characters that RFC 3986 excludes; they are percent-encoded here. */
final class HarUrl {

    /** Scheme and authority; path and query; the fragment, which is not sent. */
    private static final Pattern PARTS =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*:(?://[^/?#]*)?)([^#]*)(?:#.*)?", Pattern.DOTALL);

    private static final Pattern EXCLUDED =
            Pattern.compile("%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9_.~!$&'()*+,;=:@/?%-]", Pattern.DOTALL);

    private HarUrl() {}

    /** Returns an absolute URL; empty if it is not one. */
    static Optional<URI> parse(String url) {
        Matcher parts = PARTS.matcher(url);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(parts.group(1) + encode(parts.group(2))));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Returns a path and query with excluded characters percent-encoded. */
    static String encode(String pathAndQuery) {
        return EXCLUDED.matcher(pathAndQuery).replaceAll(HarUrl::percentEncoded);
    }

    private static String percentEncoded(MatchResult character) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : character.group().getBytes(StandardCharsets.UTF_8)) {
            encoded.append("%%%02X".formatted(octet));
        }
        return encoded.toString();
    }
}
