package io.wdatamock.conformance;

import static io.wdatamock.conformance.ApiRequest.get;
import static io.wdatamock.conformance.ApiRequest.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lists of connections, read page by page. */
class ListTests {

    /** The types that a list can be filtered by; connections may have other types. */
    private static final Set<String> SOURCE_TYPES = Set.of(
            "document",
            "document_chart",
            "document_embedded_table",
            "esg_program",
            "presentation",
            "presentation_chart",
            "presentation_embedded_table",
            "report",
            "spreadsheet",
            "spreadsheet_section",
            "wdata_query",
            "wdata_table",
            "wdata_table_dataset");

    private final Service service = Service.underTest();
    private final String connection = Parameters.FROM_PROPERTIES.connection();

    @Test
    void listContainsTheConnection() {
        assertThat(ids(pages(get("")))).contains(connection);
    }

    @Test
    void smallPagesTogetherContainTheWholeList() {
        List<String> whole = ids(pages(get("")));
        int limit = Math.max(1, Math.min(1000, whole.size() / 3));

        List<ApiResponse> pages = pages(get("").with("limit", limit));

        assertThat(pages).allSatisfy(page -> assertThat(page.body()).hasSizeLessThanOrEqualTo(limit));
        assertThat(ids(pages)).containsExactlyInAnyOrderElementsOf(whole);
    }

    @Test
    void offsetSkipsConnections() {
        int size = ids(pages(get(""))).size();

        assertThat(ids(pages(get("").with("offset", 1)))).hasSize(size - 1);
    }

    @Test
    void filterBySourceReturnsOnlyThatSource() {
        ApiResponse response = service.send(get(segment(connection))).expect(200);
        assumeThat(SOURCE_TYPES)
                .as("types that a list can be filtered by")
                .contains(response.body().path("sourceType").asString());

        List<ApiResponse> pages = pages(
                get("").with("sourceType", response.text("sourceType")).with("sourceId", response.text("sourceId")));

        assertThat(ids(pages)).contains(connection);
        assertThat(texts(pages, "sourceId")).containsOnly(response.text("sourceId"));
    }

    /** The page that the request returns, and all that follow it by cursor. */
    private List<ApiResponse> pages(ApiRequest first) {
        List<ApiResponse> pages = new ArrayList<>();
        ApiResponse page = service.send(first).expect(200);
        pages.add(page);
        while (page.json().hasNonNull("cursor")) {
            page = service.send(
                            get("").with("cursor", page.json().path("cursor").asString()))
                    .expect(200);
            pages.add(page);
        }
        return pages;
    }

    private static List<String> ids(List<ApiResponse> pages) {
        List<String> ids = texts(pages, "connectionId");
        assertThat(ids).doesNotHaveDuplicates();
        return ids;
    }

    /** The texts of a field of each connection on these pages. */
    private static List<String> texts(List<ApiResponse> pages, String field) {
        List<String> texts = new ArrayList<>();
        for (ApiResponse page : pages) {
            for (JsonNode connection : page.body()) {
                texts.add(connection.path(field).asString());
            }
        }
        return texts;
    }
}
