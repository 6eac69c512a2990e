package io.wdatamock.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wdatamock.memory.MemoryAccount;
import io.wdatamock.memory.RetainedMemory;
import io.wdatamock.time.SeededRandom;
import io.wdatamock.wire.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class TokensTests {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private final Tokens tokens =
            new Tokens("ci-42", new SeededRandom(0), List.of(), new MemoryAccount(new RetainedMemory(Long.MAX_VALUE)));

    @Test
    void issuedTokenIdentifiesItsClient() {
        AccessToken token = issue("client-a");

        assertThat(token.clientId()).isEqualTo("client-a");
        assertThat(token.scope()).isEqualTo("wdata");
        assertThat(token.issued()).isEqualTo(NOW);
        assertThat(token.expires()).isEqualTo(NOW.plusSeconds(600));
    }

    @ParameterizedTest
    @EnumSource
    void everyModeKnowsTheClientOfAnIssuedToken(AuthMode mode) {
        assertThat(tokens.client(issue("client-a").value(), mode, NOW)).isEqualTo("client-a");
    }

    @Test
    void unknownTokensAreAcceptedExceptInModeIssued() {
        assertThat(tokens.client("made-up", AuthMode.ANY, NOW)).isEqualTo("anonymous");
        assertThat(tokens.client("made-up", AuthMode.OFF, NOW)).isEqualTo("anonymous");
        assertRejected("made-up", AuthMode.ISSUED, NOW, "The bearer token was not issued by sandbox \"ci-42\"");
    }

    @ParameterizedTest
    @NullAndEmptySource
    void missingTokenIsAcceptedOnlyInModeOff(String bearer) {
        assertThat(tokens.client(bearer, AuthMode.OFF, NOW)).isEqualTo("anonymous");
        assertRejected(bearer, AuthMode.ANY, NOW, "There is no bearer token");
        assertRejected(bearer, AuthMode.ISSUED, NOW, "There is no bearer token");
    }

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT599.999S, true", "PT600S, false", "PT600.001S, false", "P1D, false"})
    void tokenIsValidForTenMinutes(Duration age, boolean good) {
        String value = issue("client-a").value();
        Instant then = NOW.plus(age);

        if (good) {
            assertThat(tokens.client(value, AuthMode.ISSUED, then)).isEqualTo("client-a");
        } else {
            assertRejected(value, AuthMode.ISSUED, then, "The bearer token expired at 2026-01-31T12:10:00Z");
        }
        assertThat(tokens.client(value, AuthMode.ANY, then)).isEqualTo("client-a");
    }

    @Test
    void tokenOfAnotherSandboxIsUnknown() {
        Tokens other = new Tokens(
                "ci-43", new SeededRandom(0), List.of(), new MemoryAccount(new RetainedMemory(Long.MAX_VALUE)));
        issue("client-a");
        String foreign = other.issue("client-b", "wdata", NOW, LIFETIME).value();

        assertRejected(foreign, AuthMode.ISSUED, NOW, "The bearer token was not issued by sandbox \"ci-42\"");
        assertThat(tokens.client(foreign, AuthMode.ANY, NOW)).isEqualTo("anonymous");
    }

    @Test
    void tokensAreReproducible() {
        Tokens again = new Tokens(
                "ci-42", new SeededRandom(0), List.of(), new MemoryAccount(new RetainedMemory(Long.MAX_VALUE)));

        assertThat(Stream.of(issue("a"), issue("b")))
                .containsExactlyElementsOf(
                        List.of(again.issue("a", "wdata", NOW, LIFETIME), again.issue("b", "wdata", NOW, LIFETIME)));
    }

    @Test
    void oldestOfMoreThanTenThousandTokensIsEvicted() {
        List<String> kept =
                Stream.generate(() -> issue("client-a").value()).limit(10_000).toList();
        assertThat(kept).allSatisfy(value -> assertThat(client(value)).isEqualTo("client-a"));

        issue("client-b");

        assertRejected(kept.get(0), AuthMode.ISSUED, NOW, "The bearer token was not issued");
        assertThat(kept.subList(1, kept.size()))
                .allSatisfy(value -> assertThat(client(value)).isEqualTo("client-a"));
    }

    private AccessToken issue(String client) {
        return tokens.issue(client, "wdata", NOW, LIFETIME);
    }

    private String client(String value) {
        return tokens.client(value, AuthMode.ISSUED, NOW);
    }

    private void assertRejected(String bearer, AuthMode mode, Instant now, String message) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> tokens.client(bearer, mode, now))
                .withMessageStartingWith(message)
                .satisfies(error -> {
                    assertThat(error.status()).isEqualTo(401);
                    assertThat(error.headers()).containsEntry("WWW-Authenticate", "Bearer");
                });
    }
}
