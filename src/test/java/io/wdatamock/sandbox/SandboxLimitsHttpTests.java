package io.wdatamock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A server with room for few sandboxes: idle ones make room for new ones, and no live one is lost. */
@HttpTest(properties = {"wdata-mock.sandboxes.max=4", "wdata-mock.sandboxes.idle=5m"})
class SandboxLimitsHttpTests {

    /** Real time in the hands of a test. */
    static final class SteeredTime implements InstantSource {

        private final AtomicReference<Instant> now = new AtomicReference<>(Api.START);

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
        SteeredTime steeredTime() {
            return new SteeredTime();
        }
    }

    private final SteeredTime time;

    SandboxLimitsHttpTests(@Autowired SteeredTime time) {
        this.time = time;
    }

    @Test
    void idleSandboxesMakeRoomAndNoOthers(Api api) {
        time.pass(Duration.ofMinutes(6));
        Api oldest = used("oldest", api);
        time.pass(Duration.ofMinutes(1));
        Api older = used("older", api);
        time.pass(Duration.ofMinutes(1));
        Api young = used("young", api);

        time.pass(Duration.ofMinutes(2));
        Answer refused =
                api.outside("GET", "/sandbox/one-more/api/v1/connections").send();
        refused.assertRefused(
                503,
                null,
                "There is no room for sandbox \"one-more\": 4 live, which is the limit, and none was unused for PT5M");
        older.list("").assertOk();

        time.pass(Duration.ofMinutes(1));
        api.outside("GET", "/sandbox/one-more/api/v1/connections").send().assertOk();

        assertThat(older.status("stuck").status()).isEqualTo(200);
        assertThat(young.status("stuck").status()).isEqualTo(200);
        assertThat(api.in("default").list("").status()).isEqualTo(200);
        assertThat(api.outside("GET", "/sandbox/oldest/api/v1/connections")
                        .send()
                        .status())
                .isEqualTo(503);
        time.pass(Duration.ofDays(1));
        assertThat(oldest.status("stuck").status()).as("the seed again").isEqualTo(404);
    }

    @Test
    void aRefusalForLackOfRoomHasTheShapeOfItsPath(Api api) {
        time.pass(Duration.ofDays(1));
        for (String name : new String[] {"a", "b", "c"}) {
            api.in(name).list("").assertOk();
        }

        Answer token = api.outside("POST", "/sandbox/d/oauth2/token").form("").send();
        Answer control = api.outside("GET", "/sandbox/d/__mock/clock").send();

        assertThat(token.status()).isEqualTo(503);
        assertThat(token.at("/error")).isEqualTo("temporarily_unavailable");
        assertThat(control.status()).isEqualTo(503);
        assertThat(control.at("/title")).isEqualTo("Service Unavailable");
    }

    private static Api used(String name, Api api) {
        Api used = api.in(name);
        used.refresh("stuck").assertOk();
        return used;
    }
}
