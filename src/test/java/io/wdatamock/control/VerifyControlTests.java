package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verification of requests, and explanations in the journal. */
@HttpTest
class VerifyControlTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                          | satisfied | 4
            {'operation': 'refreshConnection'}                          | satisfied | 3
            {'operation': 'refreshConnection', 'count': {'exactly': 3}} | satisfied | 3
            {'operation': 'refreshConnection', 'count': {'exactly': 2}} | violated  | 3
            {'operation': 'refreshConnection', 'count': {'atMost': 2}}  | violated  | 3
            {'operation': 'refreshConnection', 'count': {'atLeast': 4}} | violated  | 3
            {'status': 409}                                             | satisfied | 1
            {'connectionId': 'slow', 'count': {'exactly': 2}}           | satisfied | 2
            {'connectionId': 'cash-flow-to-10k'}                        | satisfied | 1
            {'connectionId': 'stuck'}                                   | violated  | 0
            {'bodyContains': {'sourceParameters': {'year': 2026.0}}}    | satisfied | 1
            {'bodyContains': {'sourceParameters': {'year': 2025}}}      | violated  | 0
            {'bodyContains': {'sourceParameters': {'list': [1, 2]}}}    | satisfied | 1
            {'bodyContains': {'sourceParameters': {'list': [2, 1]}}}    | violated  | 0
            {'bodyContains': {'sourceParameters': {'list': [1]}}}       | violated  | 0
            {'bodyContains': {'connectionId': 'cash-flow-to-10k'}}      | satisfied | 1
            """)
    void requestsAreCounted(String expectation, String verdict, int matched, ApiClient api) {
        api.refresh("instant", "{'sourceParameters': {'year': 2026, 'list': [1, 2], 'more': null}}");
        api.refresh("slow");
        api.refresh("slow");
        api.batch("[{'connectionId': 'trial-balance-to-10k'}, {'connectionId': 'cash-flow-to-10k'}]");

        ApiResponse response = api.control().verify(expectation);

        assertThat(response.at("/verdict")).isEqualTo(verdict);
        assertThat(response.at("/matched")).isEqualTo(String.valueOf(matched));
    }

    @Test
    void nearMissesShowTheDifferences(ApiClient api) {
        api.refresh("slow", "{'sourceParameters': {'year': 2025}}");
        api.refresh("slow", "{'sourceParameters': {'year': 2026}}");

        ApiResponse response =
                api.control().verify("{'status': 200, 'bodyContains': {'sourceParameters': {'year': 2026}}}");

        assertThat(response.at("/verdict")).isEqualTo("violated");
        assertThat(response.jsonAt("/nearest/0/differences")).isEqualTo("[\"status: wanted 200, was 409\"]");
        assertThat(response.jsonAt("/nearest/1/differences"))
                .isEqualTo("[\"body.sourceParameters.year: wanted 2026, was 2025\"]");
        assertThat(response.at("/nearest/0/explanation")).contains("Rejected with 409");
    }

    @Test
    void evictedBodiesMakeTheVerdictUnknownButCountsStayExact(ApiClient api, ControlClient control) {
        api.refresh("instant", "{'sourceParameters': {'year': 2026}}");
        for (int i = 0; i < 1100; i++) {
            api.refresh("instant");
        }

        ApiResponse body = control.verify("{'bodyContains': {'sourceParameters': {'year': 2026}}}");
        ApiResponse count = control.verify(
                "{'operation': 'refreshConnection', 'connectionId': 'instant', 'count': {'exactly': 1101}}");

        assertThat(body.at("/verdict")).isEqualTo("unknown");
        assertThat(body.at("/evicted")).isEqualTo("101");
        assertThat(count.at("/verdict")).isEqualTo("satisfied");
        assertThat(control.get("/requests?limit=1").at("/total")).isEqualTo("1101");
    }

    @Test
    void journalExplainsResponsesWithoutSecrets(ApiClient api) {
        api.refresh("fails-then-succeeds");
        api.token("grant_type=client_credentials&client_id=me&client%5Fsecret=hush");
        api.get("/nowhere").send();

        ApiResponse journal = api.control().requests();

        assertThat(journal.text()).doesNotContain("hush").doesNotContain("wdata-mock." + api.sandbox() + ".");
        assertThat(journal.at("/requests/0/status")).isEqualTo("404");
        assertThat(journal.at("/requests/1/operation")).isEqualTo("issueToken");
        assertThat(journal.at("/requests/2/explanation"))
                .contains("script 1 of 2: fail_source")
                .contains("The body is empty and counts as {}");
        assertThat(api.control()
                        .get("/requests?noted=true&connectionId=fails-then-succeeds&limit=1")
                        .jsonAt("/requests/0/notes"))
                .isEqualTo("[\"The body is empty and counts as {}\"]");
    }
}
