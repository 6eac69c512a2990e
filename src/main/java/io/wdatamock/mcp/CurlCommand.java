package io.wdatamock.mcp;

import io.wdatamock.auth.AuthMode;
import io.wdatamock.journal.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A request of the journal as a curl command for a POSIX shell. The live page has the same in {@code curl.js}. */
final class CurlCommand {

    /** Headers that curl sets itself, or that only a browser sends. */
    private static final Pattern OWN_HEADERS = Pattern.compile(
            "host|content-length|connection|accept-encoding|user-agent|transfer-encoding|origin|referer|sec-.*|cookie",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PLAIN_METHOD = Pattern.compile("[A-Z]+");

    private CurlCommand() {}

    /** Returns the command; a redacted value becomes "any", or the variable TOKEN if only issued tokens are accepted. */
    static String of(Entry entry, String baseUrl, AuthMode auth) {
        String method = PLAIN_METHOD.matcher(entry.method()).matches() ? entry.method() : quote(entry.method());
        String query = entry.query() == null ? "" : "?" + entry.query();
        List<String> lines = new ArrayList<>();
        lines.add("curl -g -X %s %s".formatted(method, quote(baseUrl + entry.path() + query)));
        entry.headers().toMap().forEach((name, values) -> {
            if (!OWN_HEADERS.matcher(name).matches()) {
                values.forEach(value -> lines.add(header(name + ": " + value, auth)));
            }
        });
        if (entry.body() != null && !entry.body().isEmpty()) {
            lines.add("--data-raw " + quote(entry.body()));
        }
        return String.join(" \\\n  ", lines);
    }

    private static String header(String line, AuthMode auth) {
        int redacted = line.indexOf(Entry.REDACTED);
        if (redacted < 0) {
            return "-H " + quote(line);
        }
        return auth == AuthMode.ISSUED
                ? "-H %s\"$TOKEN\"".formatted(quote(line.substring(0, redacted)))
                : "-H " + quote(line.replace(Entry.REDACTED, "any"));
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
