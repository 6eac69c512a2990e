package io.wdatamock.har;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import io.wdatamock.wire.ApiException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarReaderTests {

    private static final String ISO_8601 = "an ISO 8601 date and time with offset, such as 2026-01-31T12:00:00.000Z";

    @Test
    void readsFilesOfBrowsers() {
        RecordedExchange refresh =
                HarSamples.read(HarSamples.BROWSER).exchanges().get(0);

        assertThat(refresh.index()).isZero();
        assertThat(refresh.startedAt()).isEqualTo(Instant.parse("2026-03-02T08:15:30.250Z"));
        assertThat(refresh.took()).isEqualTo(Duration.ofNanos(41_500_000));
        assertThat(refresh.method()).isEqualTo("POST");
        assertThat(refresh.url())
                .isEqualTo(URI.create("https://api.app.wdesk.com/s/wdata/prep/api/v1/connections/c-1/refresh?x=a%7Cb"));
        assertThat(refresh.requestHeaders()).containsEntry("Content-Type", List.of("application/json"));
        assertThat(refresh.requestBody()).isEqualTo("{\"sourceParameters\": {}}");
        assertThat(refresh.status()).isEqualTo(200);
        assertThat(refresh.responseHeaders()).containsOnly(entry("content-type", List.of("application/json")));
        assertThat(refresh.responseBody()).isEqualTo("{\"code\":200}");
    }

    @Test
    void anExchangeWithoutResponseHasStatusZero() {
        RecordedExchange blocked =
                HarSamples.read(HarSamples.BROWSER).exchanges().get(1);

        assertThat(blocked.status()).isZero();
        assertThat(blocked.responseBody()).isNull();
        assertThat(blocked.took()).isZero();
        assertThat(blocked.url()).hasToString("https://ads.example/pixel?v=%25zz");
        assertThat(HarSamples.read(HarSamples.DESKTOP).exchanges().get(1).status())
                .isZero();
    }

    @Test
    void readsFilesOfProxies() {
        RecordedExchange token = HarSamples.read(HarSamples.PROXY).exchanges().get(0);

        assertThat(token.startedAt()).isEqualTo(Instant.parse("2026-03-02T08:15:30.123456Z"));
        assertThat(token.took()).isEqualTo(Duration.ofMillis(7));
        assertThat(token.requestHeaders().get("X-TRACE")).containsExactly("1", "2");
        assertThat(token.requestBody()).isEqualTo("grant_type=client_credentials");
        assertThat(token.status()).isEqualTo(401);
        assertThat(token.responseBody()).isEqualTo("{\"error\": \"á\"}");
    }

    @Test
    void parametersWithoutTextAreAForm() {
        RecordedExchange token = HarSamples.read(HarSamples.DESKTOP).exchanges().get(0);

        assertThat(token.requestBody()).isEqualTo("client+id=a%26b%3D%C3%A9&file=");
        assertThat(token.startedAt()).isEqualTo(Instant.parse("2026-03-02T08:15:30Z"));
        assertThat(token.status()).isEqualTo(204);
        assertThat(token.responseBody()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10:15:30+02:00", "10:15:30.000+0200", "10:15:30+02", "04:45:30-03:30", "08:15:30.0000000Z"})
    void startsHaveAnyOffset(String time) {
        String har = HarSamples.SMALL.replace("08:15:30Z", time);

        assertThat(HarSamples.read(har).exchanges().get(0).startedAt())
                .isEqualTo(Instant.parse("2026-03-02T08:15:30Z"));
    }

    @Test
    void entriesOfOtherServersAreCountedWithoutACheckOfTheirValues() {
        String har = HarSamples.BROWSER.replace("\"status\": 0", "\"status\": 999");

        Recording recording = HarReader.read(
                HarSamples.segments(har.getBytes(StandardCharsets.UTF_8)),
                url -> "api.app.wdesk.com".equals(url.getHost()));

        assertThat(recording.exchanges()).hasSize(1);
        assertThat(recording.others()).isEqualTo(1);
    }

    @Test
    void aByteOrderMarkIsIgnored() {
        assertThat(HarSamples.read("\uFEFF" + HarSamples.SMALL).exchanges()).hasSize(1);
    }

    @Test
    void theBodiesOfALargeFileAreRead() {
        String text = "é".repeat(500_000);
        String har = HarSamples.SMALL.replace("dGV4dA==", text).replace("base64", "utf-8");

        assertThat(HarSamples.read(har).exchanges().get(0).responseBody()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
                    "method": "GET",        | ``                       | log.entries[0].request.method        | is missing         | an HTTP method
                    "GET"                   | " "                      | log.entries[0].request.method        | was " "            | an HTTP method
                    "GET"                   | 1                        | log.entries[0].request.method        | was 1              | a string
                    "url": "http://localhost/", | ``                   | log.entries[0].request.url           | is missing         | an absolute URL
                    "http://localhost/"     | "/api"                   | log.entries[0].request.url           | was "/api"         | an absolute URL
                    "http://localhost/"     | "http://a b/"            | log.entries[0].request.url           | was "http://a b/"  | an absolute URL
                    "http://localhost/"     | {"a": 1}                 | log.entries[0].request.url           | was an object      | a string
                    "time": 1               | "time": -2               | log.entries[0].time                  | was -2             | -1 or from 0 to 31536000000
                    "time": 1               | "time": 1e999            | log.entries[0].time                  | was 1e999          | -1 or from 0 to 31536000000
                    "time": 1               | "time": "1"              | log.entries[0].time                  | was "1"            | a number
                    200                     | 99                       | log.entries[0].response.status       | was 99             | 0 or from 100 to 599
                    200                     | 600                      | log.entries[0].response.status       | was 600            | 0 or from 100 to 599
                    200                     | 200.5                    | log.entries[0].response.status       | was 200.5          | 0 or from 100 to 599
                    200                     | true                     | log.entries[0].response.status       | was true           | a number
                    "dGV4dA=="              | "?"                      | log.entries[0].response.content.text | was "?"            | Base64
                    "dGV4dA=="              | []                       | log.entries[0].response.content.text | was an array       | a string
                    "name": "a",            | ``                       | log.entries[0].request.headers[0].name | is missing       | a string
                    [{"name": "a", "value": "b"}] | {}                 | log.entries[0].request.headers       | was an object      | an array
                    {"log"                  | {"Log"                   | log.entries                          | is missing         | an array
                    "entries": [            | "entries": 1, "x": [     | log.entries                          | was 1              | an array
                    """)
    void wrongValuesAreReportedWithTheirPlace(
            String valid, String other, String target, String found, String expected) {
        assertThat(HarSamples.SMALL).contains(valid);

        ApiException error = rejection(HarSamples.SMALL.replace(valid, other));

        assertThat(error.details().get(0).target()).isEqualTo(target);
        assertThat(error).hasMessage("%s %s, but must be %s".formatted(target, found, expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-03-02",
                "2026-03-02T08:15:30",
                "2026-02-30T08:15:30Z",
                "+12026-03-02T08:15:30Z",
                "-0001-03-02T08:15:30Z"
            })
    void startsThatAreNotInstantsAreRejected(String start) {
        ApiException error = rejection(HarSamples.SMALL.replace("2026-03-02T08:15:30Z", start));

        assertThat(error)
                .hasMessage("log.entries[0].startedDateTime was \"%s\", but must be %s".formatted(start, ISO_8601));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "HAR", "{", "{\"log\": {\"entries\": []}} {}", "[]", "1", "null", "{\"log\": null}"})
    void documentsThatAreNotHarFilesAreRejected(String document) {
        assertThat(rejection(document)).message().isNotBlank().doesNotContain("jackson");
    }

    @Test
    void filesWithTooManyEntriesAreRejected() {
        String entry = "{\"request\": {\"method\": \"GET\", \"url\": \"http://localhost/\"}},";
        String har = "{\"log\": {\"entries\": [%s]}}".formatted(entry.repeat(HarReader.MAX_ENTRIES) + "{}");

        ApiException error = catchThrowableOfType(
                ApiException.class,
                () -> HarReader.read(HarSamples.segments(har.getBytes(StandardCharsets.UTF_8)), url -> false));

        assertThat(error.status()).isEqualTo(400);
        assertThat(error).hasMessage("log.entries has more than 10000 entries, but must have at most 10000");
    }

    private static ApiException rejection(String har) {
        ApiException error = catchThrowableOfType(ApiException.class, () -> HarSamples.read(har));
        assertThat(error.status()).isEqualTo(400);
        return error;
    }
}
