package io.wdatamock.junit;

import static io.wdatamock.client.WdataMockDsl.anyRequest;
import static io.wdatamock.client.WdataMockDsl.exactly;
import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.client.VendorClient;
import io.wdatamock.client.WdataMock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** With PER_CLASS, the constructor and {@code @BeforeAll} receive a mock of the class, and each test its own. */
@WdataMockTest
@TestInstance(Lifecycle.PER_CLASS)
class PerClassTests {

    private final WdataMock ofClass;

    PerClassTests(WdataMock mock) {
        ofClass = mock;
    }

    @BeforeAll
    void refreshOnce(WdataMock mock) {
        assertThat(mock).isSameAs(ofClass);
        new VendorClient(mock).refresh("instant");
    }

    @RepeatedTest(2)
    void testHasItsOwnMock(WdataMock mock) {
        assertThat(mock).isNotSameAs(ofClass);
        mock.verify(anyRequest(), exactly(0));
        ofClass.verify(anyRequest(), exactly(1));
        new VendorClient(mock).refresh("instant");
    }

    @Nested
    class Inside {

        @RepeatedTest(2)
        void nestedTestHasItsOwnMock(WdataMock mock) {
            mock.verify(anyRequest(), exactly(0));
            ofClass.verify(anyRequest(), exactly(1));
            new VendorClient(mock).refresh("instant");
        }
    }
}
