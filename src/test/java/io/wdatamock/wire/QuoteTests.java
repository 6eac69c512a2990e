package io.wdatamock.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteTests {

    @Test
    void aValueStandsInDoubleQuotes() {
        assertThat(Quote.of("instant")).isEqualTo("\"instant\"");
        assertThat(Quote.of("")).isEqualTo("\"\"");
        assertThat(Quote.plain("instant")).isEqualTo("instant");
        assertThat(Quote.plain(12)).isEqualTo("12");
    }

    @Test
    void eightyCharactersStayAndMoreAreCut() {
        assertThat(Quote.plain("x".repeat(80))).isEqualTo("x".repeat(80));
        assertThat(Quote.plain("x".repeat(81))).isEqualTo("x".repeat(80) + "…");
        assertThat(Quote.plain("x".repeat(1_000_000))).hasSize(81);
    }

    @Test
    void anyScriptIsKept() {
        assertThat(Quote.plain("Zürich 東京 😀")).isEqualTo("Zürich 東京 😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\0", "\t", "\u007f", "\u001b"})
    void aControlCharacterBecomesAReplacement(String control) {
        assertThat(Quote.plain("a" + control + "b")).isEqualTo("a" + "\uFFFD".repeat(control.length()) + "b");
    }

    @Test
    void halfACharacterNeverComesOut() {
        assertThat(Quote.plain("a\ud83db")).isEqualTo("a?b");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(Quote.plain("x".repeat(79) + "😀😀")))
                .isTrue();
    }
}
