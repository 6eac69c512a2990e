package io.wdatamock.har;

import io.wdatamock.memory.Segments;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** HAR files in the manner of several tools. */
public final class HarSamples {

    /** Has pages, a priority and connection of its own, an offset of zero, and a request that was blocked. */
    static final String BROWSER = """
            {
              "log": {
                "version": "1.2",
                "creator": {"name": "WebInspector", "version": "537.36"},
                "pages": [{"startedDateTime": "2026-03-02T08:15:30.100Z", "id": "page_1", "title": "Connections",
                           "pageTimings": {"onContentLoad": 120.5, "onLoad": null}}],
                "entries": [
                  {
                    "_initiator": {"type": "script", "stack": {"callFrames": [{"functionName": "load", "lineNumber": 4}]}},
                    "_priority": "High",
                    "cache": {},
                    "connection": "443",
                    "pageref": "page_1",
                    "request": {
                      "method": "POST",
                      "url": "https://api.app.wdesk.com/s/wdata/prep/api/v1/connections/c-1/refresh?x=a|b#top",
                      "httpVersion": "h2",
                      "headers": [{"name": ":authority", "value": "api.app.wdesk.com"},
                                  {"name": "content-type", "value": "application/json"}],
                      "queryString": [{"name": "x", "value": "a|b"}],
                      "cookies": [],
                      "headersSize": -1,
                      "bodySize": 24,
                      "postData": {"mimeType": "application/json", "text": "{\\"sourceParameters\\": {}}"}
                    },
                    "response": {
                      "status": 200, "statusText": "", "httpVersion": "h2",
                      "headers": [{"name": "content-type", "value": "application/json"}],
                      "cookies": [],
                      "content": {"size": 12, "mimeType": "application/json", "text": "{\\"code\\":200}"},
                      "redirectURL": "", "headersSize": -1, "bodySize": -1, "_transferSize": 90, "_error": null
                    },
                    "serverIPAddress": "[2001:db8::1]",
                    "startedDateTime": "2026-03-02T08:15:30.250Z",
                    "time": 41.5,
                    "timings": {"blocked": 1.2, "dns": -1, "ssl": -1, "connect": -1, "send": 0.1, "wait": 40, "receive": 0.2}
                  },
                  {
                    "request": {"method": "GET", "url": "https://ads.example/pixel?v=%zz", "headers": []},
                    "response": {"status": 0, "statusText": "", "headers": [],
                                 "content": {"size": 0, "mimeType": "x-unknown"}, "_error": "net::ERR_BLOCKED"},
                    "startedDateTime": "2026-03-02T08:15:31.000Z",
                    "time": -1
                  }
                ]
              }
            }
            """;

    /** Has an offset and microseconds, a form as text and parameters, and a body in Base64. */
    static final String PROXY = """
            {"log": {"version": "1.2", "creator": {"name": "mitmproxy", "version": "11", "comment": ""}, "pages": [],
              "entries": [{
                "startedDateTime": "2026-03-02T10:15:30.123456+02:00",
                "time": 7,
                "request": {
                  "method": "POST", "url": "http://127.0.0.1:8080/oauth2/token", "httpVersion": "HTTP/1.1",
                  "cookies": [], "headers": [{"name": "Content-Type", "value": "application/x-www-form-urlencoded"},
                                             {"name": "X-Trace", "value": "1"}, {"name": "x-trace", "value": "2"}],
                  "queryString": [], "headersSize": 90, "bodySize": 29,
                  "postData": {"mimeType": "application/x-www-form-urlencoded", "text": "grant_type=client_credentials",
                               "params": [{"name": "grant_type", "value": "client_credentials"}]}},
                "response": {
                  "status": 401, "statusText": "Unauthorized", "httpVersion": "HTTP/1.1", "cookies": [],
                  "headers": [{"name": "Content-Type", "value": "application/json"}],
                  "content": {"size": 14, "compression": 0, "mimeType": "application/json",
                              "text": "eyJlcnJvciI6ICLDoSJ9", "encoding": "base64"},
                  "redirectURL": "", "headersSize": 60, "bodySize": 14},
                "cache": {}, "timings": {"connect": 1, "ssl": -1, "send": 1, "receive": 1, "wait": 4},
                "serverIPAddress": "127.0.0.1"}]}}
            """;

    /** Has the members in another order, parameters without text, no duration, and an entry without response. */
    static final String DESKTOP = """
            {"log": {"entries": [
                {"request": {"url": "https://api.eu.wdesk.com/iam/v1/oauth2/token", "method": "POST",
                             "headers": [], "postData": {"params": [{"name": "client id", "value": "a&b=\\u00e9"},
                                                                    {"name": "file", "fileName": "a.txt"}],
                                                         "mimeType": "application/x-www-form-urlencoded"}},
                 "response": {"content": {"mimeType": "text/plain", "size": 0, "text": ""}, "status": 204,
                              "headers": null},
                 "startedDateTime": "2026-03-02T09:15:30+01:00", "time": null},
                {"startedDateTime": "2026-03-02T09:15:31.5-0330",
                 "request": {"method": "GET", "url": "https://api.eu.wdesk.com/", "postData": null}}],
              "creator": {"name": "Charles Proxy", "version": "5"}, "version": "1.2"}}
            """;

    /** A file of one complete entry, into which tests put one other value. */
    static final String SMALL = """
            {"log": {"entries": [{"startedDateTime": "2026-03-02T08:15:30Z", "time": 1,
              "request": {"method": "GET", "url": "http://localhost/", "headers": [{"name": "a", "value": "b"}]},
              "response": {"status": 200, "content": {"text": "dGV4dA==", "encoding": "base64"}}}]}}
            """;

    public static final List<String> ALL = List.of(BROWSER, PROXY, DESKTOP, SMALL);

    private HarSamples() {}

    static Recording read(String har) {
        return HarReader.read(segments(har.getBytes(StandardCharsets.UTF_8)), url -> true);
    }

    static Segments segments(byte[] bytes) {
        Segments segments = new Segments();
        segments.write(bytes, 0, bytes.length);
        return segments;
    }
}
