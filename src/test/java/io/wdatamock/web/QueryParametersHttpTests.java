package io.wdatamock.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Types and limits of query parameters, and the errors for invalid values. */
@HttpTest
class QueryParametersHttpTests {

    private static final String SOURCES = "spreadsheet, spreadsheet_section, presentation, presentation_chart, "
            + "presentation_embedded_table, document, document_chart, document_embedded_table, wdata_query, "
            + "wdata_table, wdata_table_dataset, report, esg_program";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limit=0 | limit | limit was 0, but must be greater than or equal to 1
            limit=-1 | limit | limit was -1, but must be greater than or equal to 1
            limit=1001 | limit | limit was 1001, but must be less than or equal to 1000
            limit=2147483648 | limit | limit was "2147483648", but must be a whole number of at most 32 bits
            limit=abc | limit | limit was "abc", but must be a whole number
            limit=1.0 | limit | limit was "1.0", but must be a whole number
            limit=1e2 | limit | limit was "1e2", but must be a whole number
            limit=0x10 | limit | limit was "0x10", but must be a whole number
            limit=%2B5 | limit | limit was "+5", but must be a whole number
            limit=%205 | limit | limit was " 5", but must be a whole number
            limit=%D9%A5 | limit | limit was "٥", but must be a whole number
            limit= | limit | limit was "", but must be a whole number
            limit | limit | limit was "", but must be a whole number
            offset=-1 | offset | offset was -1, but must be greater than or equal to 0
            offset=1.5 | offset | offset was "1.5", but must be a whole number
            offset=9223372036854775808 | offset | offset was "9223372036854775808", but must be a whole number of at most 64 bits
            offset= | offset | offset was "", but must be a whole number
            sourceType=wdata_query | sourceType | sourceType was "wdata_query" without a sourceId; give both, or the ID alone
            sourceType=wdata_query&sourceId= | sourceType | sourceType was "wdata_query" without a sourceId; give both, or the ID alone
            destinationType=report | destinationType | destinationType was "report" without a destinationId; give both, or the ID alone
            sourceType=WDATA_QUERY&sourceId=x | sourceType | sourceType was "WDATA_QUERY", but must be one of %1$s
            sourceType=wdata_shared_query&sourceId=x | sourceType | sourceType was "wdata_shared_query", but must be one of %1$s
            sourceType=chart_visual&sourceId=x | sourceType | sourceType was "chart_visual", but must be one of %1$s
            sourceType=0&sourceId=x | sourceType | sourceType was "0", but must be one of %1$s
            sourceType=&sourceId=x | sourceType | sourceType was "", but must be one of %1$s
            destinationType=esg_program&destinationId=x | destinationType | destinationType was "esg_program", but must be one of %2$s
            limit=1&limit=1 | limit | limit was given 2 times; give it once
            sourceId=a&sourceId=b&sourceId=c | sourceId | sourceId was given 3 times; give it once
            other=a&other=b | other | other was given 2 times; give it once
            """)
    void aListIsRefused(String query, String target, String message, ApiClient api) {
        String destinations = SOURCES.replace(", esg_program", "");

        api.list("?" + query).assertError(400, target, message.formatted(SOURCES, destinations));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=1",
                "limit=1000",
                "limit=007",
                "limit=-0&limit2=0",
                "offset=0",
                "offset=-0",
                "offset=9223372036854775807",
                "sourceType=esg_program&sourceId=x",
                "destinationType=wdata_query&destinationId=x",
                "sourceId=x",
                "destinationId="
            })
    void aListIsGiven(String query, ApiClient api) {
        ApiResponse response = api.list("?" + query);

        assertThat(response.status()).as(response.text()).isEqualTo(query.startsWith("limit=-0") ? 400 : 200);
    }

    @Test
    void severalThingsThatAreWrongAreToldTogether(ApiClient api) {
        ApiResponse response =
                api.list("?sourceType=a&destinationType=b&destinationId=x").assertStatus(400);
        assertThat(response.json().at("/body").size()).isEqualTo(3);
        assertThat(response.at("/details/0/target")).isEqualTo("sourceType");
        assertThat(response.at("/details/1/target")).isEqualTo("sourceType");
        assertThat(response.at("/details/2/target")).isEqualTo("destinationType");
        assertThat(response.at("/body/2")).isEqualTo(response.at("/details/2/message"));
    }

    @Test
    void limitAndOffsetThatAreWrongAreToldTogether(ApiClient api) {
        ApiResponse response = api.list("?limit=0&offset=-1");

        assertThat(response.text()).isEqualTo("""
                        {"body":["limit was 0, but must be greater than or equal to 1",\
                        "offset was -1, but must be greater than or equal to 0"],"code":400,"details":[\
                        {"code":"bad_request","message":"limit was 0, but must be greater than or equal to 1",\
                        "target":"limit"},\
                        {"code":"bad_request","message":"offset was -1, but must be greater than or equal to 0",\
                        "target":"offset"}]}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRUE", "True", "1", "0", "yes", "on", "", "true%20"})
    void cancelUnwritablesIsTrueOrFalse(String value, ApiClient api) {
        api.batchOf("[{'connectionId': 'instant'}]", "?cancelUnwritables=" + value)
                .assertError(
                        400,
                        "cancelUnwritables",
                        "cancelUnwritables was \"%s\", but must be true or false".formatted(value.replace("%20", " ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/instant", "/instant/status", "/batch/refresh/b"})
    void aWorkspaceIdHasAtMostFortyCharacters(String path, ApiClient api) {
        String url = "/api/v1/connections" + path + "?workspaceId=";
        String message = "workspaceId was \"%s\", but size must be between 0 and 40".formatted("w".repeat(41));

        api.get(url + "w".repeat(40)).assertStatus(404);
        api.get(url).assertStatus(404);
        api.get(url + "w".repeat(41)).assertError(400, "workspaceId", message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1",
                "***",
                "é",
                "null",
                "{}",
                "[]",
                "\"\"",
                "{\"after\":null,\"limit\":1,\"filter\":{}}",
                "{\"after\":{},\"limit\":1,\"filter\":{}}",
                "{\"after\":{\"created\":\"2026-01-01T00:00:00Z\",\"connectionId\":\"a\"},\"limit\":1}",
                "{\"after\":{\"created\":\"2026-01-01T00:00:00Z\",\"connectionId\":\"a\"},\"filter\":{}}",
                "{\"after\":{\"created\":\"2026-01-01T00:00:00Z\",\"connectionId\":\"a\"},\"limit\":0,\"filter\":{}}",
                "{\"after\":{\"created\":\"2026-01-01T00:00:00Z\",\"connectionId\":\"a\"},\"limit\":1001,\"filter\":{}}",
                "{\"after\":{\"created\":\"then\",\"connectionId\":\"a\"},\"limit\":1,\"filter\":{}}",
                "{\"after\":{\"created\":\"2026-01-01T00:00:00Z\",\"connectionId\":\"a\"},\"limit\":1,\"filter\":{\"x\":1}}"
            })
    void aCursorThatNoListHasGivenOutIsRefused(String cursor, ApiClient api) {
        String encoded =
                Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));

        assertBadCursor(cursor, api);
        assertBadCursor(encoded, api);
    }

    @Test
    void modifiedCursorIsRejected(ApiClient api) {
        String cursor = api.list("?limit=1").at("/cursor");

        assertBadCursor(cursor.substring(1), api);
        assertBadCursor(cursor.substring(0, cursor.length() - 4), api);
        assertBadCursor(cursor + "A", api);
        assertBadCursor(cursor + cursor, api);
    }

    private static void assertBadCursor(String cursor, ApiClient api) {
        String shown = cursor.length() > 80 ? cursor.substring(0, 80) + "…" : cursor;

        api.list("?cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8))
                .assertError(
                        400,
                        "cursor",
                        "cursor was \"%s\", which is not a cursor of this server; pass on the cursor of the page before, or leave it out"
                                .formatted(shown));
    }
}
