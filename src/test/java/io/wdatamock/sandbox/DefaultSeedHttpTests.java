package io.wdatamock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The connections of the built-in seed behave as their IDs say. */
@HttpTest
class DefaultSeedHttpTests {

    @ParameterizedTest
    @CsvSource({
        "always-succeeds, 0, 'not_started, not_started'",
        "always-succeeds, 2250, 'complete, complete'",
        "instant, 0, 'complete, complete'",
        "slow, 59999, 'complete, running'",
        "slow, 60000, 'complete, complete'",
        "source-fails, 60000, 'error, cancelled'",
        "destination-fails, 60000, 'complete, error'",
        "initiation-fails, 0, 'error, cancelled'",
        "cancelled-midway, 60000, 'complete, cancelled'",
        "stuck, 999999999, 'running, not_started'",
        "fails-then-succeeds, 60000, 'error, cancelled'",
        "source-missing, 60000, 'error, cancelled'",
        "unwritable, 60000, 'complete, error'",
    })
    void outcomesOfRefreshesMatchTheIds(String connectionId, long millis, String statuses, ApiClient api) {
        ApiResponse started = api.refresh(connectionId).assertOk();
        api.advanceClock(Duration.ofMillis(millis));

        ApiResponse shown = millis == 0 ? started : api.status(connectionId);

        assertThat(shown.at("/body/sourceStatus") + ", " + shown.at("/body/destinationStatus"))
                .isEqualTo(statuses);
    }

    @ParameterizedTest
    @CsvSource({"forbidden, 403", "locked, 423", "rate-limited, 429", "server-error, 500"})
    void errorsOfRefreshesMatchTheIds(String connectionId, int status, ApiClient api) {
        assertThat(api.refresh(connectionId).status()).isEqualTo(status);
        assertThat(api.refresh(connectionId).status()).isEqualTo(status);
    }

    @Test
    void failsOnceThenSucceeds(ApiClient api) {
        for (String end : new String[] {"error, cancelled", "complete, complete", "complete, complete"}) {
            api.refresh("fails-then-succeeds").assertOk();
            api.advanceClock(Duration.ofMinutes(1));
            ApiResponse done = api.status("fails-then-succeeds");
            assertThat(done.at("/body/sourceStatus") + ", " + done.at("/body/destinationStatus"))
                    .isEqualTo(end);
        }
    }

    @Test
    void connectionsArePlausible(ApiClient api) {
        Set<String> workspaces = new HashSet<>();
        Set<String> sources = new HashSet<>();
        Set<String> destinations = new HashSet<>();
        api.list("").json().at("/body").forEach(connection -> {
            assertThat(connection.at("/description").asString()).hasSizeGreaterThan(15);
            assertThat(connection.at("/name").asString()).isNotEmpty();
            workspaces.add(connection.at("/workspaceId").asString());
            sources.add(connection.at("/sourceType").asString());
            destinations.add(connection.at("/destinationType").asString());
        });

        assertThat(workspaces).hasSize(2);
        assertThat(sources).hasSizeGreaterThan(4);
        assertThat(destinations).hasSizeGreaterThan(4);
    }
}
