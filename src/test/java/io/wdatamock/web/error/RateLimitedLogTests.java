package io.wdatamock.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The limit of log lines that clients can cause. */
@ExtendWith(OutputCaptureExtension.class)
class RateLimitedLogTests {

    private Instant now = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void tenLinesAMinuteAreWrittenAndTheOthersCounted(CapturedOutput output) {
        Logger target = (Logger) LoggerFactory.getLogger(RateLimitedLogTests.class);
        target.setLevel(Level.INFO);
        RateLimitedLog log = new RateLimitedLog(target, () -> now);

        for (int line = 0; line < 25; line++) {
            log.info("refused {}", line);
        }
        assertThat(output).contains("refused 9").doesNotContain("refused 10").doesNotContain("suppressed");

        now = now.plus(Duration.ofMinutes(1));
        log.info("refused {}", "again");
        assertThat(output).contains("15 more were suppressed").contains("refused again");
    }
}
