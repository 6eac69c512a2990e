package io.wdatamock.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SanitizerTests {

    @Test
    void quotesValues() {
        assertThat(Sanitizer.quote("instant")).isEqualTo("\"instant\"");
        assertThat(Sanitizer.quote("")).isEqualTo("\"\"");
        assertThat(Sanitizer.clean("instant")).isEqualTo("instant");
        assertThat(Sanitizer.clean(12)).isEqualTo("12");
    }

    @Test
    void truncatesAfterEightyCharacters() {
        assertThat(Sanitizer.clean("x".repeat(80))).isEqualTo("x".repeat(80));
        assertThat(Sanitizer.clean("x".repeat(81))).isEqualTo("x".repeat(80) + "…");
        assertThat(Sanitizer.clean("x".repeat(1_000_000))).hasSize(81);
    }

    @Test
    void keepsAllScripts() {
        assertThat(Sanitizer.clean("Zürich 東京 😀")).isEqualTo("Zürich 東京 😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\0", "\t", "\u007f", "\u001b"})
    void replacesControlCharacters(String control) {
        assertThat(Sanitizer.clean("a" + control + "b")).isEqualTo("a" + "\uFFFD".repeat(control.length()) + "b");
    }

    @Test
    void replacesLoneSurrogates() {
        assertThat(Sanitizer.clean("a\ud83db")).isEqualTo("a?b");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(Sanitizer.clean("x".repeat(79) + "😀😀")))
                .isTrue();
    }
}
