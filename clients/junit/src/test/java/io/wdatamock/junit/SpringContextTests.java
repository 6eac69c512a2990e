package io.wdatamock.junit;

import static io.wdatamock.client.WdataMockDsl.anyRequest;
import static io.wdatamock.client.WdataMockDsl.exactly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.wdatamock.client.LiveSandbox;
import io.wdatamock.client.VendorClient;
import io.wdatamock.client.WdataMock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** One sandbox per application context, reset before each test. */
class SpringContextTests {

    private static final Set<String> CONTEXTS = ConcurrentHashMap.newKeySet();

    @Configuration(proxyBeanMethods = false)
    static class Application {

        /** A bean that uses the property. */
        @Bean
        VendorClient client(@Value("${wdata-mock.base-url}") String baseUrl) {
            CONTEXTS.add(baseUrl);
            return new VendorClient(baseUrl, "any");
        }
    }

    @Nested
    @SpringJUnitConfig(Application.class)
    @WdataMockTest
    class First {

        private final WdataMock ofConstructor;

        @Autowired
        private WdataMock bean;

        @Autowired
        private VendorClient client;

        First(@Autowired WdataMock mock) {
            ofConstructor = mock;
        }

        @BeforeEach
        void callOnce() {
            client.refresh("stuck");
        }

        @RepeatedTest(2)
        void applicationAndTestHaveTheSameMockAfterAReset(WdataMock mock) {
            assertThat(mock).isSameAs(bean).isSameAs(ofConstructor);
            assertThat(mock.baseUrl()).contains("/sandbox/spring.");
            mock.verify(anyRequest(), exactly(1));
        }

        @Nested
        class Inside {

            @Test
            void nestedTestsShareIt(WdataMock mock) {
                assertThat(mock).isSameAs(bean);
                mock.verify(anyRequest(), exactly(1));
            }
        }
    }

    /** Spring resolves every parameter of an autowired constructor. */
    @Nested
    @SpringJUnitConfig(Application.class)
    @WdataMockTest
    class Second {

        private final WdataMock mock;

        @Autowired
        Second(WdataMock mock, VendorClient client) {
            this.mock = mock;
            assertThat(client).isNotNull();
        }

        @Test
        void equalConfigurationsShareTheCachedContext(WdataMock parameter) {
            assertThat(parameter).isSameAs(mock);
            assertThat(CONTEXTS).contains(mock.baseUrl());
            assertThat(CONTEXTS).filteredOn(url -> !url.contains("Closed")).hasSize(1);
        }
    }

    @SpringJUnitConfig(Application.class)
    @WdataMockTest(settings = "wdata-mock.rate-limit=1000")
    @DirtiesContext
    static class Closed {

        static WdataMock seen;

        @Test
        void usesItsMock(WdataMock mock, @Autowired VendorClient client) {
            client.refresh("instant");
            seen = mock;
        }
    }

    @Test
    void sandboxIsDeletedWithItsContext() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Closed.class))
                .execute()
                .testEvents()
                .assertStatistics(events -> events.succeeded(1));

        String root = Closed.seen.baseUrl().replaceAll("/sandbox/.*", "");
        List<String> live =
                WdataMock.at(root).sandboxes().stream().map(LiveSandbox::name).toList();
        assertThat(Closed.seen.baseUrl()).contains("/sandbox/spring.Closed-");
        assertThat(live).containsExactly("default");
    }
}
