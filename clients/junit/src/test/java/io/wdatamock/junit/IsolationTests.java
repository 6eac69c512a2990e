package io.wdatamock.junit;

import static io.wdatamock.client.WdataMockDsl.anyRequest;
import static io.wdatamock.client.WdataMockDsl.exactly;
import static io.wdatamock.client.WdataMockDsl.refreshConnection;
import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.client.VendorClient;
import io.wdatamock.client.WdataMock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of test has one mock, which it does not share with other tests. */
@WdataMockTest
class IsolationTests {

    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private final WdataMock ofConstructor;
    private WdataMock ofBeforeEach;

    IsolationTests(WdataMock mock) {
        ofConstructor = mock;
        assertThat(SEEN.add(mock.baseUrl())).isTrue();
        mock.verify(anyRequest(), exactly(0));
    }

    @BeforeEach
    void refreshOnce(WdataMock mock) {
        ofBeforeEach = mock;
        new VendorClient(mock).refresh("instant");
    }

    @AfterEach
    void refreshOfTheSetUpIsInTheJournal(WdataMock mock) {
        assertThat(mock).isSameAs(ofConstructor).isSameAs(ofBeforeEach);
        mock.verify(refreshConnection("instant"), exactly(1));
    }

    @Test
    void test(WdataMock mock) {
        mock.verify(refreshConnection("instant"), exactly(1));
    }

    @Test
    void testWithoutParameter() {
        ofConstructor.verify(refreshConnection("instant"), exactly(1));
    }

    @RepeatedTest(3)
    void repeatedTest(WdataMock mock) {
        mock.verify(refreshConnection("instant"), exactly(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"slow", "stuck"})
    void parameterizedTest(String connectionId, WdataMock mock) {
        assertThat(new VendorClient(mock).refresh(connectionId).statusCode()).isEqualTo(200);
        assertThat(new VendorClient(mock).refresh(connectionId).statusCode()).isEqualTo(409);
    }

    @Nested
    class Inside {

        private final WdataMock ofInnerConstructor;

        Inside(WdataMock mock) {
            ofInnerConstructor = mock;
        }

        @BeforeEach
        void refreshAnother(WdataMock mock) {
            new VendorClient(mock).refresh("slow");
        }

        @Test
        void nestedTest(WdataMock mock) {
            assertThat(mock).isSameAs(ofConstructor).isSameAs(ofBeforeEach).isSameAs(ofInnerConstructor);
            mock.verify(anyRequest(), exactly(2));
        }

        @Nested
        class Deeper {

            @Test
            void testInTwoNestedClasses(WdataMock mock) {
                assertThat(mock).isSameAs(ofConstructor);
                mock.verify(anyRequest(), exactly(2));
            }
        }
    }
}
