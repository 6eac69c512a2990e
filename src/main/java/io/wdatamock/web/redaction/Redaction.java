package io.wdatamock.web.redaction;

import io.wdatamock.config.WdataMockProperties;
import io.wdatamock.journal.Entry;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Redacts secrets in journal entries and logs. */
@Component
public final class Redaction {

    private static final String REDACTED = Entry.REDACTED;
    private static final JsonMapper JSON = new JsonMapper();

    /** The fields of a token request whose values are stored. */
    private static final Set<String> KEPT = Set.of("grant_type", "client_id");

    /** The form of names and stored values in a token request; anything else may be a misplaced secret. */
    private static final Pattern NAME = Pattern.compile("[\\w.~%+-]{1,100}");

    private static final Pattern KEPT_VALUE = Pattern.compile("[\\w.:/@~%+-]{1,200}");
    private static final Pattern SCHEME =
            Pattern.compile("(?i)(Basic|Bearer|Digest|DPoP|HMAC|Hawk|Negotiate|NTLM|Token|ApiKey|AWS4-HMAC-SHA256) ");
    private static final Pattern MATRIX_PARAMETERS = Pattern.compile(";[^/]*");
    private static final Pattern QUOTED_FIELD = Pattern.compile("(?<![\\w.~%+-])([\\w.~%+-]{1,200}+)=([^&;\\s\"']+)");
    private static final Pattern OTHER_BODY =
            Pattern.compile("(?i)(?!application/|text/plain|.*json).*|application/(.*xml|octet-stream).*");

    private final SecretNames names;

    Redaction(WdataMockProperties properties) {
        this.names = new SecretNames(properties.redact());
    }

    /** Redacts a header's value; of an authentication header only the scheme remains. */
    public String header(String name, String value) {
        if (names.contain(name)) {
            var scheme = SCHEME.matcher(value);
            boolean authenticates = SecretNames.normalized(name).endsWith("authorization");
            return authenticates && scheme.lookingAt() ? scheme.group() + REDACTED : REDACTED;
        }
        int query = value.indexOf('?');
        return query < 0 ? value : value.substring(0, query + 1) + fields(value.substring(query + 1));
    }

    /** Redacts the values of secret matrix parameters in a path. */
    public String path(String path) {
        return path.indexOf(';') < 0
                ? path
                : MATRIX_PARAMETERS.matcher(path).replaceAll(found -> Matcher.quoteReplacement(field(found.group())));
    }

    /** Removes all matrix parameters from a path. */
    public static String withoutParameters(String path) {
        int query = path.indexOf('?');
        return MATRIX_PARAMETERS
                .matcher(query < 0 ? path : path.substring(0, query))
                .replaceAll("");
    }

    /** Redacts a query. */
    @Nullable
    public String query(String path, @Nullable String query) {
        if (query == null) {
            return null;
        }
        return isForTokens(path) ? tokenForm(query) : fields(query);
    }

    /**
     * Redacts secret members of JSON and fields of queries and forms in a text, such as a message that quotes a
     * request.
     */
    public String text(String text) {
        String redacted = SecretMembers.redact(text, names);
        return redacted.indexOf('=') < 0
                ? redacted
                : QUOTED_FIELD.matcher(redacted).replaceAll(this::quotedField);
    }

    private String quotedField(MatchResult field) {
        boolean isSecret = names.containEncoded(field.group(1));
        return Matcher.quoteReplacement(isSecret ? field.group(1) + "=" + REDACTED : field.group());
    }

    /** Redacts a request body, or its beginning. */
    public String body(String path, @Nullable String contentType, String body) {
        if (isForTokens(path)) {
            return tokenRequest(body);
        }
        if (isOther(contentType == null ? "" : contentType)) {
            return REDACTED;
        }
        return looksLikeJson(body) ? text(body) : fields(text(body));
    }

    private static boolean isOther(String contentType) {
        return !contentType.equals(MediaType.APPLICATION_JSON_VALUE)
                && !contentType.isBlank()
                && OTHER_BODY.matcher(contentType).matches();
    }

    /** Redacts a response body. */
    public String response(String body) {
        return text(body);
    }

    /** Whether the path is that of a token endpoint or similar to it. */
    static boolean isForTokens(String path) {
        return path.toLowerCase(Locale.ROOT).contains("oauth2/token");
    }

    private static boolean looksLikeJson(String body) {
        String start = body.startsWith("\uFEFF") ? body.substring(1) : body;
        String stripped = start.stripLeading();
        return !stripped.isEmpty() && "{[\"".indexOf(stripped.charAt(0)) >= 0;
    }

    /** Returns the names of the fields without values; nothing if the body is neither a form nor a JSON object. */
    private static String tokenRequest(String body) {
        return looksLikeJson(body) ? tokenJson(body) : tokenForm(body);
    }

    private static String tokenJson(String body) {
        try {
            JsonNode fields = JSON.readTree(body.startsWith("\uFEFF") ? body.substring(1) : body);
            if (!fields.isObject()) {
                return REDACTED;
            }
            Map<String, String> kept = new LinkedHashMap<>();
            for (var field : fields.properties()) {
                String name = NAME.matcher(field.getKey()).matches() ? field.getKey() : REDACTED;
                kept.put(name, keptValue(name, field.getValue().asString("")));
            }
            return JSON.writeValueAsString(kept);
        } catch (JacksonException e) {
            return REDACTED;
        }
    }

    private static String tokenForm(String form) {
        return each(form, pair -> {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "" : pair.substring(0, equals);
            if (!NAME.matcher(name).matches()) {
                return pair.isEmpty() ? "" : REDACTED;
            }
            return name + "=" + keptValue(name, pair.substring(equals + 1));
        });
    }

    private static String keptValue(String name, String value) {
        return KEPT.contains(name) && KEPT_VALUE.matcher(value).matches() ? value : REDACTED;
    }

    private String fields(String form) {
        return each(form, this::field);
    }

    /** Redacts a field of a form, or several separated by semicolons; what follows a secret field may belong to it. */
    private String field(String pair) {
        for (int start = 0; start >= 0 && start < pair.length(); ) {
            int semicolon = pair.indexOf(';', start);
            int equals = pair.indexOf('=', start);
            if (equals >= 0
                    && (semicolon < 0 || equals < semicolon)
                    && names.containEncoded(pair.substring(start, equals))) {
                return pair.substring(0, equals + 1) + REDACTED;
            }
            start = semicolon < 0 ? -1 : semicolon + 1;
        }
        return pair;
    }

    private static String each(String form, UnaryOperator<String> change) {
        return Arrays.stream(form.split("&", -1)).map(change).collect(Collectors.joining("&"));
    }
}
