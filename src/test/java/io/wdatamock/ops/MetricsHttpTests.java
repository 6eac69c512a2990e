package io.wdatamock.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Metrics for Prometheus. The server is used by these tests only; each test compares the values before and after. */
@HttpTest(properties = "spring.application.name=metrics")
class MetricsHttpTests {

    @Test
    void requestsAreCountedByOperationAndStatus(ApiClient api) {
        Map<String, Double> before = scrape(api);

        api.refresh("stuck").assertOk();
        api.refresh("stuck");
        api.refresh("stuck");
        api.status("stuck").assertOk();
        api.get("/api/v1/nowhere").send();
        api.token("grant_type=client_credentials&client_id=a&client_secret=b");

        assertThat(increases(before, api))
                .containsEntry(requests("refreshConnection", "200"), 1.0)
                .containsEntry(requests("refreshConnection", "409"), 2.0)
                .containsEntry(requests("getRefreshStatus", "200"), 1.0)
                .containsEntry(requests("issueToken", "200"), 1.0)
                .containsEntry(requests("none", "404"), 1.0);
    }

    @Test
    void faultsAreCountedByEffect(ApiClient api) {
        Map<String, Double> before = scrape(api);
        api.addFault("{'operation': 'getConnection', 'times': 2, 'effect': {'type': 'status', 'status': 503}}");
        api.addFault("{'operation': 'refreshConnection', 'times': 1, 'effect': {'type': 'disconnect'}}");

        api.connection("instant");
        api.connection("instant");
        assertThatThrownBy(() -> api.refresh("instant")).isInstanceOf(UncheckedIOException.class);
        api.connection("instant").assertOk();

        assertThat(increases(before, api))
                .containsEntry("wdata_mock_faults_total{effect=\"status\"}", 2.0)
                .containsEntry("wdata_mock_faults_total{effect=\"disconnect\"}", 1.0)
                .containsEntry(requests("getConnection", "503"), 2.0)
                .containsEntry(requests("refreshConnection", "none"), 1.0)
                .containsEntry(requests("getConnection", "200"), 1.0);
    }

    @Test
    void existingSandboxesAreCounted(ApiClient api) {
        Map<String, Double> before = scrape(api);

        api.in("metrics-1").connection("instant");
        api.in("metrics-2").connection("instant");
        assertThat(increases(before, api)).containsEntry("wdata_mock_sandboxes", 2.0);

        api.root().delete("/__mock/sandboxes/metrics-1").send();
        assertThat(increases(before, api)).containsEntry("wdata_mock_sandboxes", 1.0);
    }

    @Test
    void evictedEntriesAreCounted(ApiClient api) {
        Map<String, Double> before = scrape(api);
        String padded = "{\"sourceParameters\": {\"padding\": \"%s\"}}".formatted("x".repeat(70_000));
        for (int i = 0; i < 150; i++) {
            api.refresh("instant", padded).assertOk();
        }

        double evicted =
                Double.parseDouble(api.get("/__mock/requests?limit=1").send().at("/evicted"));
        assertThat(evicted).isPositive();
        assertThat(increases(before, api)).containsEntry("wdata_mock_journal_evictions_total", evicted);
    }

    @Test
    void processMetricsAreIncluded(ApiClient api) {
        assertThat(scrape(api).keySet())
                .contains("jvm_memory_used_bytes{area=\"heap\"}", "process_cpu_seconds_total")
                .anyMatch(name -> name.startsWith("jvm_gc_collection_seconds_count"));
    }

    @Test
    void scraperGetsItsPreferredFormat(ApiClient api) {
        ApiResponse text = api.root().get("/actuator/prometheus").send();
        ApiResponse openMetrics = api.root()
                .get("/actuator/prometheus")
                .header("Accept", "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5")
                .send();

        assertThat(text.header("Content-Type")).isEqualTo("text/plain;version=0.0.4;charset=utf-8");
        assertThat(openMetrics.header("Content-Type"))
                .isEqualTo("application/openmetrics-text;version=1.0.0;charset=utf-8");
        assertThat(openMetrics.text()).endsWith("# EOF\n");
    }

    private static String requests(String operation, String status) {
        return "wdata_mock_requests_total{operation=\"%s\",status=\"%s\"}".formatted(operation, status);
    }

    private static Map<String, Double> scrape(ApiClient api) {
        Map<String, Double> samples = new TreeMap<>();
        api.root()
                .get("/actuator/prometheus")
                .send()
                .text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> {
                    int space = line.lastIndexOf(' ');
                    samples.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
                });
        return samples;
    }

    private static Map<String, Double> increases(Map<String, Double> before, ApiClient api) {
        Map<String, Double> now = scrape(api);
        now.replaceAll((name, value) -> value - before.getOrDefault(name, 0.0));
        return now;
    }
}
