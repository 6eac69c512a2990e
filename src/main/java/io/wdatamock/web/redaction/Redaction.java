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

/** Takes secrets out of what is recorded. */
@Component
public final class Redaction {

    private static final String REDACTED = Entry.REDACTED;
    private static final JsonMapper JSON = new JsonMapper();

    /** The fields of a request for a token whose values are kept. */
    private static final Set<String> KEPT = Set.of("grant_type", "client_id");

    /** What is taken for a name or a kept value of a request for a token; anything else may be a secret out of place. */
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

    /** The header's value; of one that authenticates only the scheme. */
    public String header(String name, String value) {
        if (names.contain(name)) {
            var scheme = SCHEME.matcher(value);
            boolean authenticates = SecretNames.essence(name).endsWith("authorization");
            return authenticates && scheme.lookingAt() ? scheme.group() + REDACTED : REDACTED;
        }
        int query = value.indexOf('?');
        return query < 0 ? value : value.substring(0, query + 1) + fields(value.substring(query + 1));
    }

    /** A path as it was sent: without the values of secret matrix parameters. */
    public String path(String path) {
        return path.indexOf(';') < 0
                ? path
                : MATRIX_PARAMETERS.matcher(path).replaceAll(found -> Matcher.quoteReplacement(field(found.group())));
    }

    /** A path without any matrix parameters, for those who do not know which are secret. */
    public static String withoutParameters(String path) {
        int query = path.indexOf('?');
        return MATRIX_PARAMETERS
                .matcher(query < 0 ? path : path.substring(0, query))
                .replaceAll("");
    }

    /** The query of a request to this path. */
    @Nullable
    public String query(String path, @Nullable String query) {
        if (query == null) {
            return null;
        }
        return isForTokens(path) ? tokenForm(query) : fields(query);
    }

    /** JSON, or words of our own that may quote a client's: without secret members, and fields of a query or form. */
    public String words(String words) {
        String redacted = SecretMembers.redact(words, names);
        return redacted.indexOf('=') < 0
                ? redacted
                : QUOTED_FIELD.matcher(redacted).replaceAll(this::quotedField);
    }

    private String quotedField(MatchResult field) {
        boolean isSecret = names.containEncoded(field.group(1));
        return Matcher.quoteReplacement(isSecret ? field.group(1) + "=" + REDACTED : field.group());
    }

    /** The body of a request to this path, or a part of it from the beginning. */
    public String body(String path, @Nullable String contentType, String body) {
        if (isForTokens(path)) {
            return tokenRequest(body);
        }
        if (isOther(contentType == null ? "" : contentType)) {
            return REDACTED;
        }
        return looksLikeJson(body) ? words(body) : fields(words(body));
    }

    private static boolean isOther(String contentType) {
        return !contentType.equals(MediaType.APPLICATION_JSON_VALUE)
                && !contentType.isBlank()
                && OTHER_BODY.matcher(contentType).matches();
    }

    /** An answer's body. */
    public String answer(String body) {
        return words(body);
    }

    /** Whether this is the path of a token endpoint, or nearly. */
    static boolean isForTokens(String path) {
        return path.toLowerCase(Locale.ROOT).contains("oauth2/token");
    }

    private static boolean looksLikeJson(String body) {
        String start = body.startsWith("\uFEFF") ? body.substring(1) : body;
        String stripped = start.stripLeading();
        return !stripped.isEmpty() && "{[\"".indexOf(stripped.charAt(0)) >= 0;
    }

    /** Names without values, and nothing at all of what is neither a form nor a JSON object. */
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

    /** A field of a form, or several that are parted by semicolons; what follows a secret one may belong to it. */
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
