package io.wdatamock.har;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads one entry of a HAR file. It checks the types of all values; the values themselves, except for method and URL,
 * only when it creates the exchange, because those of unwanted servers may be unusual.
 */
final class EntryReader {

    private final JsonCursor json;
    private final int index;
    private final String place;

    private @Nullable String startedDateTime;
    private @Nullable String time;
    private @Nullable String method;
    private @Nullable String url;
    private final Map<String, List<String>> requestHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private @Nullable String postData;
    private @Nullable String form;
    private @Nullable String status;
    private final Map<String, List<String>> responseHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private @Nullable String content;
    private @Nullable String encoding;

    /** Creates a reader of the current value, which is the entry with this index. */
    EntryReader(JsonCursor json, int index) {
        this.json = json;
        this.index = index;
        this.place = json.place();
    }

    /** Reads the entry and returns its URL. */
    URI read() {
        json.members(this::readMember);
        method = HarValues.method(place + ".request.method", method);
        return HarValues.url(place + ".request.url", url);
    }

    /** Returns the exchange that was read, which has this URL. */
    RecordedExchange exchange(URI parsedUrl) {
        return new RecordedExchange(
                index,
                HarValues.instant(place + ".startedDateTime", startedDateTime),
                HarValues.duration(place + ".time", time),
                HarValues.method(place + ".request.method", method),
                parsedUrl,
                requestHeaders,
                postData == null || postData.isEmpty() ? form : postData,
                HarValues.status(place + ".response.status", status),
                responseHeaders,
                HarValues.content(place + ".response.content.text", content, encoding));
    }

    private void readMember(String name) {
        switch (name) {
            case "startedDateTime" -> startedDateTime = json.text();
            case "time" -> time = json.number();
            case "request" -> json.members(this::readRequest);
            case "response" -> json.members(this::readResponse);
            default -> {}
        }
    }

    private void readRequest(String name) {
        switch (name) {
            case "method" -> method = json.text();
            case "url" -> url = json.text();
            case "headers" -> readHeaders(requestHeaders);
            case "postData" -> json.members(this::readPostData);
            default -> {}
        }
    }

    private void readPostData(String name) {
        switch (name) {
            case "text" -> postData = json.text();
            case "params" -> readForm();
            default -> {}
        }
    }

    private void readResponse(String name) {
        switch (name) {
            case "status" -> status = json.number();
            case "headers" -> readHeaders(responseHeaders);
            case "content" -> json.members(this::readContent);
            default -> {}
        }
    }

    private void readContent(String name) {
        switch (name) {
            case "text" -> content = json.text();
            case "encoding" -> encoding = json.text();
            default -> {}
        }
    }

    private void readHeaders(Map<String, List<String>> headers) {
        json.elements(i -> {
            NameValue header = NameValue.read(json);
            headers.computeIfAbsent(header.name(), name -> new ArrayList<>(1)).add(header.value());
        });
    }

    private void readForm() {
        StringJoiner fields = new StringJoiner("&");
        json.elements(i -> {
            NameValue field = NameValue.read(json);
            fields.add(encode(field.name()) + "=" + encode(field.value()));
        });
        form = fields.length() == 0 ? null : fields.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
