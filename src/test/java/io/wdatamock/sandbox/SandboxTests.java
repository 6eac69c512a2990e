package io.wdatamock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.auth.AuthMode;
import io.wdatamock.config.Validation;
import io.wdatamock.lifecycle.Script;
import io.wdatamock.memory.RetainedMemory;
import io.wdatamock.refresh.Overlap;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Eviction of sandboxes. */
class SandboxTests {

    private static final Instant CREATED = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant LATER = CREATED.plusSeconds(600);

    private final Sandbox sandbox = new Sandbox("s", seed(), new RetainedMemory(1024), InstantSource.fixed(CREATED));

    @Test
    void idleSandboxIsEvictedAndNotEnteredAgain() {
        assertThat(sandbox.tryRetire(CREATED)).isTrue();
        assertThat(sandbox.tryEnter(LATER)).isFalse();
        assertThat(sandbox.tryRetire(LATER)).isFalse();
    }

    @Test
    void usedSandboxIsKept() {
        assertThat(sandbox.tryEnter(CREATED)).isTrue();

        assertThat(sandbox.tryRetire(LATER)).isFalse();
    }

    @Test
    void sandboxUsedInTheMeantimeIsKept() {
        assertThat(sandbox.tryEnter(LATER)).isTrue();
        sandbox.leave();

        assertThat(sandbox.tryRetire(CREATED)).isFalse();
        assertThat(sandbox.tryEnter(LATER)).isTrue();
    }

    private static Seed seed() {
        Settings settings = new Settings(AuthMode.ANY, Validation.LENIENT, Overlap.REJECT, Script.DEFAULT, null);
        return new Seed(settings, List.of(), List.of(), 0);
    }
}
