package io.wdatamock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A server with a low limit of sandboxes: it evicts idle sandboxes only. */
@HttpTest(properties = {"wdata-mock.sandboxes.max=4", "wdata-mock.sandboxes.idle=5m"})
class SandboxLimitsHttpTests {

    /** A real-time clock that a test controls. */
    static final class ControlledTime implements InstantSource {

        private final AtomicReference<Instant> now = new AtomicReference<>(ApiClient.START);

        @Override
        public Instant instant() {
            return now.get();
        }

        void pass(Duration time) {
            now.updateAndGet(before -> before.plus(time));
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        @Primary
        ControlledTime controlledTime() {
            return new ControlledTime();
        }
    }

    private final ControlledTime time;

    SandboxLimitsHttpTests(@Autowired ControlledTime time) {
        this.time = time;
    }

    @BeforeEach
    void allowEvictionOfAllSandboxes() {
        time.pass(Duration.ofDays(1));
    }

    @Test
    void onlyIdleSandboxesAreEvicted(ApiClient api) {
        time.pass(Duration.ofMinutes(6));
        ApiClient oldest = used("oldest", api);
        time.pass(Duration.ofMinutes(1));
        ApiClient older = used("older", api);
        time.pass(Duration.ofMinutes(1));
        ApiClient young = used("young", api);

        time.pass(Duration.ofMinutes(2));
        api.root()
                .get("/sandbox/one-more/api/v1/connections")
                .assertError(
                        503,
                        null,
                        "There is no room for sandbox \"one-more\": 4 live, which is the limit, and none was unused for PT5M");
        older.list("").assertOk();

        time.pass(Duration.ofMinutes(1));
        api.root().get("/sandbox/one-more/api/v1/connections").assertOk();

        older.status("stuck").assertStatus(200);
        young.status("stuck").assertStatus(200);
        api.in("default").list("").assertStatus(200);
        api.root().get("/sandbox/oldest/api/v1/connections").assertStatus(503);
        time.pass(Duration.ofDays(1));
        assertThat(oldest.status("stuck").status()).as("the seed again").isEqualTo(404);
    }

    @Test
    void errorForTooManySandboxesHasTheFormatOfItsPath(ApiClient api) {
        time.pass(Duration.ofDays(1));
        for (String name : new String[] {"a", "b", "c"}) {
            api.in(name).list("").assertOk();
        }

        ApiResponse token = api.root().post("/sandbox/d/oauth2/token").form("").send();
        ApiResponse control = api.root().get("/sandbox/d/__mock/clock").send();

        token.assertStatus(503);
        assertThat(token.at("/error")).isEqualTo("temporarily_unavailable");
        control.assertStatus(503);
        assertThat(control.at("/title")).isEqualTo("Service Unavailable");
    }

    private static ApiClient used(String name, ApiClient api) {
        ApiClient used = api.in(name);
        used.refresh("stuck").assertOk();
        return used;
    }
}
