package io.wdatamock.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Order, pages and filters of lists. */
@HttpTest
class ListHttpTests {

    private static final List<String> SEED = List.of(
            "trial-balance-to-10k",
            "income-statement-to-10k",
            "cash-flow-to-10k",
            "headcount-to-board-deck",
            "close-calendar-to-report",
            "emissions-to-esg-table",
            "emissions-to-sustainability-report",
            "suppliers-to-dataset",
            "always-succeeds",
            "instant",
            "slow",
            "source-fails",
            "destination-fails",
            "initiation-fails",
            "cancelled-midway",
            "stuck",
            "fails-then-succeeds",
            "forbidden",
            "locked",
            "unwritable",
            "rate-limited",
            "server-error",
            "source-missing");

    @Test
    void connectionsAreListedByCreation(ApiClient api) {
        ApiResponse all = api.list("").assertOk();

        assertThat(ids(all)).isEqualTo(SEED);
        assertThat(all.json().has("cursor")).isTrue();
        assertThat(all.jsonAt("/cursor")).isEqualTo("null");
        assertThat(all.jsonAt("/body/9")).isEqualTo(api.connection("instant").jsonAt("/body"));
    }

    @Test
    void connectionsCreatedTogetherAreListedById(ApiClient api) {
        for (String id : new String[] {"b", "C", "a", "10", "9"}) {
            given(id, "2020-01-01T00:00:00.5Z", api);
        }
        given("first", "2020-01-01T00:00:00.499Z", api);

        assertThat(ids(api.list("?limit=6"))).containsExactly("first", "10", "9", "C", "a", "b");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 11, 21, 22, 23, 1000})
    void pagesByCursorMakeUpTheWholeList(int limit, ApiClient api) {
        List<String> ids = new ArrayList<>();
        ApiResponse page = api.list("?limit=" + limit).assertOk();
        int pages = 1;
        ids.addAll(ids(page));
        while (page.json().hasNonNull("cursor")) {
            assertThat(ids(page)).hasSize(limit);
            page = next(page, "", api);
            ids.addAll(ids(page));
            pages++;
        }

        assertThat(ids).isEqualTo(SEED);
        assertThat(pages).isEqualTo((SEED.size() + limit - 1) / limit);
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "5, 5", "20, 5", "21, 2", "22, 1", "23, 5", "1000000, 5", "9223372036854775807, 5"})
    void pagesByOffset(long offset, int limit, ApiClient api) {
        List<String> ids =
                ids(api.list("?offset=%d&limit=%d".formatted(offset, limit)).assertOk());

        int from = (int) Math.min(offset, SEED.size());
        assertThat(ids).isEqualTo(SEED.subList(from, Math.min(from + limit, SEED.size())));
    }

    @Test
    void pageByOffsetContinuesByCursor(ApiClient api) {
        ApiResponse first = api.list("?offset=3&limit=2");

        assertThat(ids(first)).isEqualTo(SEED.subList(3, 5));
        assertThat(ids(next(first, "", api))).isEqualTo(SEED.subList(5, 7));
    }

    @Test
    void cursorOverridesLimitFiltersAndOffset(ApiClient api) {
        ApiResponse first = api.list("?limit=2");

        assertThat(ids(next(first, "&limit=5&offset=9&sourceId=query-instant", api)))
                .isEqualTo(SEED.subList(2, 4));
    }

    @Test
    void cursorContainsItsFilters(ApiClient api) {
        for (int i = 0; i < 5; i++) {
            api.saveConnection(
                    "{'connectionId': 'f%d', 'sourceType': 'report', 'sourceId': 'same', 'created': '2026-05-0%dT00:00:00Z'}"
                            .formatted(i, i + 1));
        }

        ApiResponse first = api.list("?sourceType=report&sourceId=same&limit=2");
        ApiResponse second = next(first, "", api);
        ApiResponse third = next(second, "", api);

        assertThat(ids(first)).containsExactly("f0", "f1");
        assertThat(ids(second)).containsExactly("f2", "f3");
        assertThat(ids(third)).containsExactly("f4");
        assertThat(third.json().hasNonNull("cursor")).isFalse();
    }

    @Test
    void pagesRemainCorrectWhileConnectionsAreAdded(ApiClient api) {
        ApiResponse first = api.list("?limit=3");
        given("before-all", "2000-01-01T00:00:00Z", api);
        given("within-the-first-page", "2026-01-12T08:50:00Z", api);
        given("within-the-second-page", "2026-02-04T00:00:00Z", api);

        ApiResponse second = next(first, "", api);
        assertThat(ids(second))
                .containsExactly("headcount-to-board-deck", "within-the-second-page", "close-calendar-to-report");
        given("after-all", "2026-05-01T00:00:00Z", api);
        List<String> rest = new ArrayList<>();
        for (ApiResponse page = second; page.json().hasNonNull("cursor"); ) {
            page = next(page, "", api);
            rest.addAll(ids(page));
        }

        assertThat(rest)
                .startsWith("emissions-to-esg-table")
                .endsWith("server-error", "source-missing", "after-all")
                .hasSize(19);
    }

    @Test
    void sameCursorGivesTheSamePage(ApiClient api) {
        ApiResponse first = api.list("?limit=4");

        assertThat(next(first, "", api).text()).isEqualTo(next(first, "", api).text());
    }

    @Test
    void cursorNeedsNoEncodingInAQuery(ApiClient api) {
        given("with.dots_and-dashes", "2026-01-12T08:30:00.001Z", api);

        assertThat(api.list("?limit=2").at("/cursor")).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sourceId=query-instant                                  | instant
            destinationId=section-balance-sheet                     | trial-balance-to-10k
            sourceType=wdata_table&sourceId=table-cash-flow         | cash-flow-to-10k
            destinationType=report&destinationId=report-server-error | server-error
            sourceType=esg_program&sourceId=program-emissions&destinationType=wdata_table&destinationId=table-emissions | emissions-to-esg-table
            sourceId=query-instant&destinationId=section-instant    | instant
            sourceType=wdata_table&sourceId=query-instant           | ''
            sourceId=query-instant&destinationId=section-stuck      | ''
            sourceId=QUERY-INSTANT                                  | ''
            sourceId=query-                                         | ''
            sourceId=                                               | ''
            """)
    void filtersNarrowTheList(String query, String ids, ApiClient api) {
        ApiResponse response = api.list("?" + query).assertOk();

        assertThat(String.join(",", ids(response))).isEqualTo(ids);
        assertThat(response.json().hasNonNull("cursor")).isFalse();
    }

    @Test
    void listMayBeEmpty(ApiClient api) {
        assertThat(api.list("?sourceId=nobodys").text()).isEqualTo("{\"body\":[],\"code\":200,\"cursor\":null}");
    }

    @Test
    void pageHasUpToAThousandConnections(ApiClient api) {
        for (int i = 0; i < 1000; i++) {
            given("many-" + i, "2026-05-01T00:00:00Z", api);
        }

        ApiResponse first = api.list("").assertOk();
        assertThat(ids(first)).hasSize(1000);
        assertThat(ids(next(first, "", api))).hasSize(23);
        assertThat(ids(api.list("?limit=1000"))).hasSize(1000);
    }

    @Test
    void listShowsLastRuns(ApiClient api) {
        String jobId = api.refresh("stuck").at("/body/jobId");

        ApiResponse listed = api.list("?sourceId=query-stuck");

        assertThat(listed.at("/body/0/lastRunJobId")).isEqualTo(jobId);
        assertThat(listed.jsonAt("/body/0")).isEqualTo(api.connection("stuck").jsonAt("/body"));
    }

    private static void given(String id, String created, ApiClient api) {
        api.saveConnection("{'connectionId': '%s', 'created': '%s'}".formatted(id, created));
    }

    private static ApiResponse next(ApiResponse page, String more, ApiClient api) {
        return api.list("?cursor=" + URLEncoder.encode(page.at("/cursor"), StandardCharsets.UTF_8) + more)
                .assertOk();
    }

    private static List<String> ids(ApiResponse response) {
        return StreamSupport.stream(response.json().at("/body").spliterator(), false)
                .map(connection -> connection.at("/connectionId").asString())
                .toList();
    }
}
