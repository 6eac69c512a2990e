package io.wdatamock.journal;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeadersTests {

    @Test
    void keepsOrderAndAllValues() {
        Headers.Builder headers = new Headers.Builder();
        headers.add("Host", "localhost:8080");
        headers.add("Accept", "text/html");
        headers.add("Accept", "*/*");
        headers.add("X-Empty", "");

        assertThat(headers.build().toMap())
                .containsExactly(
                        entry("Host", List.of("localhost:8080")),
                        entry("Accept", List.of("text/html", "*/*")),
                        entry("X-Empty", List.of("")));
    }

    @Test
    void mayBeEmpty() {
        assertThat(new Headers.Builder().build().toMap()).isEmpty();
    }
}
