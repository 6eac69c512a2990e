package io.wdatamock.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A connection before and after its first run. */
@HttpTest
class ConnectionHttpTests {

    @Test
    void connectionWithoutRunsHasNoLastRunFields(ApiClient api) {
        assertThat(api.connection("trial-balance-to-10k").assertOk().text()).isEqualTo("""
                        {"body":{"connectionId":"trial-balance-to-10k","created":"2026-01-12T08:30:00.000Z",\
                        "createdBy":"user-avery","description":"Feeds the statement of financial position. \
                        Writes to the same workbook as the two after it.","destinationId":"section-balance-sheet",\
                        "destinationType":"spreadsheet_section","destinationWorkspaceId":"finance",\
                        "metadata":{"owner":"Financial Reporting","schedule":"daily"},"name":"Trial balance to 10-K",\
                        "sourceId":"query-trial-balance","sourceType":"wdata_query","sourceWorkspaceId":"finance",\
                        "updated":"2026-03-02T14:05:00.000Z","workspaceId":"finance"},"code":200}""");
    }

    @Test
    void absentFieldsHaveDefaultsOrAreOmitted(ApiClient api) {
        api.saveConnection("{'connectionId': 'c'}");

        assertThat(api.connection("c").text()).isEqualTo("""
                        {"body":{"connectionId":"c","created":"2026-06-01T12:00:00.000Z","createdBy":"wdata-mock",\
                        "destinationId":"c-destination","destinationType":"spreadsheet_section",\
                        "destinationWorkspaceId":"workspace-1","sourceId":"c-source","sourceType":"wdata_query",\
                        "sourceWorkspaceId":"workspace-1","updated":"2026-06-01T12:00:00.000Z",\
                        "workspaceId":"workspace-1"},"code":200}""");
    }

    @Test
    void runHasAllFields(ApiClient api) {
        api.saveConnection("""
                {"connectionId": "c", "workspaceId": "w", "sourceWorkspaceId": "s", "destinationWorkspaceId": "d",
                 "scripts": [{"outcome": "fail_initiation", "error": "No"}]}""");

        assertThat(api.refresh("c", "{'sourceParameters':{'b':[1.0]}}").text()).isEqualTo("""
                        {"body":{"connectionId":"c","created":"2026-06-01T12:00:00.000Z","createdBy":"anonymous",\
                        "destinationMetadata":{},"destinationParameters":{},"destinationStatus":"cancelled",\
                        "destinationWorkspaceId":"d","error":"No","jobId":"a69d2f9d-69c2-4874-85b1-507d5a7f0f5e",\
                        "sourceMetadata":{},"sourceParameters":{"b":[1.0]},"sourceStatus":"error",\
                        "sourceWorkspaceId":"s","updated":"2026-06-01T12:00:00.000Z","workspaceId":"w"},"code":200}""");
    }

    @Test
    void lastRunFieldsAreConsistent(ApiClient api) {
        api.changeSettings("{'overlap': 'allow'}");
        for (int i = 0; i < 6; i++) {
            if (i % 2 == 0) {
                api.refresh("always-succeeds", "{'sourceParameters':{'i':%d}}".formatted(i));
            }
            assertAgrees(api.connection("always-succeeds"), api.status("always-succeeds"));
            api.advanceClock(Duration.ofMillis(700));
        }
        assertAgrees(api.connection("always-succeeds"), api.status("always-succeeds"));
    }

    @Test
    void runOfABatchIsTheLastRun(ApiClient api) {
        api.refresh("instant");
        api.batch("[{'connectionId': 'instant', 'destinationParameters': {'a': 1}}]");

        assertAgrees(api.connection("instant"), api.status("instant"));
        assertThat(api.connection("instant").jsonAt("/body/lastRunDestinationParameters"))
                .isEqualTo("{\"a\":1}");
    }

    @Test
    void refreshDoesNotUpdateTheConnection(ApiClient api) {
        String before = api.connection("instant").at("/body/updated");
        api.refresh("instant");

        assertThat(api.connection("instant").at("/body/updated")).isEqualTo(before);
    }

    private static void assertAgrees(ApiResponse connection, ApiResponse status) {
        assertThat(connection.jsonAt("/body/lastRun")).isEqualTo(status.jsonAt("/body"));
        assertThat(connection.at("/body/lastRunJobId")).isEqualTo(status.at("/body/jobId"));
        assertThat(connection.at("/body/lastRunBy")).isEqualTo(status.at("/body/createdBy"));
        assertThat(connection.at("/body/lastRunDate")).isEqualTo(status.at("/body/created"));
        assertThat(connection.jsonAt("/body/lastRunSourceParameters"))
                .isEqualTo(status.jsonAt("/body/sourceParameters"));
        assertThat(connection.jsonAt("/body/lastRunDestinationParameters"))
                .isEqualTo(status.jsonAt("/body/destinationParameters"));
    }
}
