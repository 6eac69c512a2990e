package io.wdatamock.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import io.wdatamock.wire.ItemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The source description of a connection, on request. */
@HttpTest
class SourceResourceHttpTests {

    private static final String FLAG = "includeSourceResourceProperties";

    @ParameterizedTest
    @CsvSource(value = {"'', false", "?FLAG=false, false", "?FLAG=true, true"})
    void sourcesAreDescribedOnlyOnRequest(String query, boolean described, ApiClient api) {
        String flag = query.replace("FLAG", FLAG);

        ApiResponse list = api.list(flag).assertOk();
        ApiResponse one = api.get("/api/v1/connections/instant" + flag).assertOk();

        assertThat(list.notes()).isEmpty();
        assertThat(one.json().at("/body").has("sourceResourceProperties")).isEqualTo(described);
        list.json()
                .at("/body")
                .forEach(connection ->
                        assertThat(connection.has("sourceResourceProperties")).isEqualTo(described));
    }

    @Test
    void flagMustBeTrueOrFalse(ApiClient api) {
        assertThat(api.list("?" + FLAG + "=yes").at("/details/0/target")).isEqualTo(FLAG);
        api.get("/api/v1/connections/instant?" + FLAG + "=1").assertStatus(400);
    }

    @Test
    void missingSourceIsReported(ApiClient api) {
        assertThat(described("source-missing", api).toString()).isEqualTo("""
                {"messages":[{"code":"SOURCE_NOT_FOUND","message":"The source was not found.","severity":"ERROR"}],\
                "status":"UNKNOWN"}""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            trial-balance-to-10k    | ["Trial balance"]
            headcount-to-board-deck | ["Headcount workbook","Headcount"]
            cash-flow-to-10k        | ["Cash flow"]
            emissions-to-esg-table  | ["Emissions"]
            """)
    void namesFitTheSource(String connectionId, String names, ApiClient api) {
        assertThat(described(connectionId, api).at("/names").toString()).isEqualTo(names);
    }

    @ParameterizedTest
    @EnumSource(ItemType.class)
    void everyTypeOfSourceIsDescribed(ItemType type, ApiClient api) {
        api.saveConnection(
                "{\"connectionId\": \"c\", \"sourceType\": \"%s\", \"sourceId\": \"a b/\u00e9\"}".formatted(type));

        JsonNode properties = described("c", api);

        if (type == ItemType.UNKNOWN_RECORD_TYPE) {
            assertThat(properties.at("/status").asString()).isEqualTo("UNKNOWN");
            assertThat(properties.at("/messages/0/code").asString()).isEqualTo("SOURCE_STATUS_UNAVAILABLE");
            assertThat(properties.has("url")).isFalse();
        } else {
            assertThat(properties.at("/status").asString()).isEqualTo("PRESENT");
            assertThat(properties.at("/names").size()).isBetween(1, 2);
            assertThat(properties.at("/url").asString())
                    .isEqualTo("https://wdata.example/workspace-1/%s/a%%20b%%2F%%C3%%A9".formatted(type));
        }
    }

    @Test
    void workbookOfASectionIsTheKnownOne(ApiClient api) {
        api.saveConnection("""
                {"connectionId": "c", "sourceType": "spreadsheet_section", "sourceId": "section-sales",
                 "sourceWorkbook": "workbook-budget"}""");

        assertThat(described("c", api).at("/names").toString()).isEqualTo("[\"Budget\",\"Sales\"]");
    }

    @Test
    void connectionCanOverrideItsSourceResource(ApiClient api) {
        api.saveConnection("""
                {"connectionId": "c", "sourceResource": {"names": ["a", "b"], "status": "PRESENT",
                 "messages": [{"code": "SOURCE_PROPERTY_UNAVAILABLE", "severity": "WARNING"}]}}""");

        assertThat(described("c", api).toString()).isEqualTo("""
                {"messages":[{"code":"SOURCE_PROPERTY_UNAVAILABLE","severity":"WARNING"}],"names":["a","b"],\
                "status":"PRESENT"}""");
        assertThat(api.get("/__mock/connections/c").send().jsonAt("/sourceResource"))
                .isEqualTo(described("c", api).toString());
    }

    private static JsonNode described(String connectionId, ApiClient api) {
        return api.get("/api/v1/connections/" + connectionId + "?" + FLAG + "=true")
                .assertOk()
                .json()
                .at("/body/sourceResourceProperties");
    }
}
