package io.wdatamock.har;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.wdatamock.control.Mutations;
import io.wdatamock.wire.ApiException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Malformed HAR files are read or rejected with 400. The system properties are those of {@code FuzzControlTests}. */
class HarFuzzTests {

    private static final int FILES = Integer.getInteger("wdata-mock.fuzz", 10_000);
    private static final long SEED = Long.getLong("wdata-mock.fuzz.seed", 1);

    @Test
    void malformedFilesAreReadOrRejected() {
        Mutations mutations = new Mutations(SEED, HarSamples.ALL);
        int rejected = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] har = mutations.next();

            Throwable thrown = catchThrowable(() -> HarReader.read(HarSamples.segments(har), url -> true));

            assertThat(isExpected(thrown)).as("%s: %s", thrown, text(har)).isTrue();
            rejected += thrown == null ? 0 : 1;
        }
        assertThat(rejected).isBetween(FILES / 4, FILES - FILES / 10);
    }

    private static boolean isExpected(@Nullable Throwable thrown) {
        return thrown == null || (thrown instanceof ApiException error && error.status() == 400);
    }

    private static String text(byte[] har) {
        String text = new String(har, StandardCharsets.UTF_8);
        return text.length() > 2000 ? text.substring(0, 2000) + "…" : text;
    }
}
