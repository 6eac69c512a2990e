package sample;

import static io.wdatamock.client.WdataMockDsl.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.wdatamock.client.WdataMock;
import io.wdatamock.junit.WdataMockExtension;
import io.wdatamock.junit.WdataMockTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The examples of docs/junit.md with a separate server. */
class SeedTests {

    @Nested
    @WdataMockTest(seed = "classpath:payroll.yaml", settings = "wdata-mock.overlap=allow")
    class PayrollTests {

        @Test
        void failsOnceAndThenWorks(WdataMock mock) {
            assertEquals(2, new SyncJob(mock.baseUrl(), "any", "payroll").run());
        }
    }

    @Nested
    class RegisteredTests {

        @RegisterExtension
        static final WdataMockExtension MOCKS = WdataMockExtension.builder()
                .seed("src/test/resources/payroll.yaml")
                .setting("wdata-mock.random-seed", "7")
                .build();

        @Test
        void hasOtherIds(WdataMock mock) {
            new SyncJob(mock.baseUrl(), "any", "payroll").run();
            mock.verify(refreshConnection("payroll"), exactly(2));
        }
    }
}
