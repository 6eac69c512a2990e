package io.wdatamock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.wdatamock.client.LiveSandbox;
import io.wdatamock.client.VendorClient;
import io.wdatamock.client.WdataMock;
import io.wdatamock.client.WdataMockDsl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** A failed test has a report, and its sandbox is deleted. */
class FailureTests {

    private static final List<WdataMock> USED = Collections.synchronizedList(new ArrayList<>());
    private static boolean isRun;

    @BeforeEach
    void begin() {
        USED.clear();
    }

    @WdataMockTest
    static class Failing {

        Failing(WdataMock mock) {
            Assumptions.assumeTrue(isRun);
            USED.add(mock);
        }

        @Test
        void fails(WdataMock mock) {
            new VendorClient(mock).refresh("locked");
            throw new IllegalStateException("as it happens");
        }

        @Test
        void succeeds(WdataMock mock) {
            new VendorClient(mock).refresh("locked");
        }
    }

    @WdataMockTest
    static class FailingConstructor {

        FailingConstructor(WdataMock mock) {
            Assumptions.assumeTrue(isRun);
            USED.add(mock);
            new VendorClient(mock).refresh("instant");
            throw new IllegalStateException("in the constructor");
        }

        @Test
        void one() {}

        @Test
        void two() {}
    }

    @WdataMockTest
    static class Unmet {

        @Test
        void one(WdataMock mock) {
            Assumptions.assumeTrue(isRun);
            mock.verify(WdataMockDsl.refreshConnection("instant"));
        }
    }

    @WdataMockTest(settings = "wdata-mock.validation=loose")
    static class WrongSetting {

        @Test
        void one(WdataMock mock) {
            Assumptions.assumeTrue(isRun);
            mock.reset();
        }

        @Test
        void two(WdataMock mock) {
            Assumptions.assumeTrue(isRun);
            mock.reset();
        }
    }

    @Test
    void failureDescribesItsSandbox() {
        EngineExecutionResults results = run(Failing.class);

        Throwable failure = failures(results.testEvents()).get(0);
        assertThat(failure).hasMessage("as it happens");
        assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(story -> assertThat(story.toString())
                        .containsPattern("#1 POST /api/v1/connections/locked/refresh -> 423")
                        .contains("Sandbox: http://127.0.0.1:")
                        .contains("/sandbox/Failing-")
                        .contains("The server's output is in "));
        assertThat(results.testEvents().reportingEntryPublished().count()).isOne();
    }

    @Test
    void failedVerificationDescribesItsSandboxOnce() {
        Throwable failure = failures(run(Unmet.class).testEvents()).get(0);

        assertThat(failure).hasMessageContaining("Sandbox: http://127.0.0.1:").hasNoSuppressedExceptions();
    }

    @Test
    void sandboxesAreDeletedAfterEveryTest() {
        run(Failing.class);
        run(FailingConstructor.class);

        assertThat(USED).hasSize(4).doesNotHaveDuplicates();
        assertThat(live(USED.get(0))).noneMatch(name -> name.startsWith("Failing"));
    }

    @Test
    void failedStartReportsTheReasonAndTheOutput() throws Exception {
        List<Throwable> failures = failures(run(WrongSetting.class).testEvents());

        assertThat(failures)
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageContaining("The server of wdata-mock ended with exit code 1 instead of starting")
                        .hasMessageContaining("wdata-mock.validation")
                        .hasMessageContaining("lenient"));
        Matcher named = Pattern.compile("its output is in (\\S+)")
                .matcher(failures.get(0).getMessage());
        assertThat(named.find()).isTrue();
        assertThat(Files.readString(Path.of(named.group(1)))).contains("APPLICATION FAILED TO START");
        assertThat(failures)
                .as("the second is not a second try")
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining(named.group()));
    }

    private static EngineExecutionResults run(Class<?> testClass) {
        isRun = true;
        try {
            return EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(testClass))
                    .execute();
        } finally {
            isRun = false;
        }
    }

    private static List<Throwable> failures(Events events) {
        return events.failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result -> result.getThrowable().orElseThrow())
                .toList();
    }

    private static List<String> live(WdataMock mock) {
        String root = mock.baseUrl().replaceAll("/sandbox/.*", "");
        return WdataMock.at(root).sandboxes().stream().map(LiveSandbox::name).toList();
    }
}
