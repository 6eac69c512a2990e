package io.wdatamock.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.ItemType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

    private static final ConnectionKey KEY =
            new ConnectionKey(Instant.parse("2026-01-31T12:00:00.123Z"), "always-succeeds");
    private static final Cursor CURSOR =
            new Cursor(KEY, 25, new ConnectionFilter(ItemType.WDATA_QUERY, "q ü 😀 \"", null, null));

    @Test
    void isDecodedAsEncoded() {
        assertThat(Cursor.decode(CURSOR.encode())).isEqualTo(CURSOR);
    }

    @Test
    void needsNoEncodingInAQuery() {
        assertThat(CURSOR.encode()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "abc", "not a cursor", "%00", "😀", "====", "c-001", "\r\n", "eyJhZnRlciI6", "_____"})
    void unknownCursorsAreRejected(String cursor) {
        assertRefused(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "1",
                "\"text\"",
                "{}",
                "{'after':null,'limit':1,'filter':{}}",
                "{'after':{},'limit':1,'filter':{}}",
                "{'after':{'created':'2026-01-31T12:00:00Z'},'limit':1,'filter':{}}",
                "{'after':{'connectionId':'a'},'limit':1,'filter':{}}",
                "{'after':{'created':'yesterday','connectionId':'a'},'limit':1,'filter':{}}",
                "{'after':{'created':'2026-02-30T12:00:00Z','connectionId':'a'},'limit':1,'filter':{}}",
                "{'after':{'created':1,'connectionId':'a'},'limit':1,'filter':{}}",
                "{'after':{'created':'2026-01-31T12:00:00Z','connectionId':'a'},'limit':1}",
                "{'after':{'created':'2026-01-31T12:00:00Z','connectionId':'a'},'filter':{}}",
                "{'after':{'created':'2026-01-31T12:00:00Z','connectionId':'a'},'limit':null,'filter':{}}",
                "{'after':{'created':'2026-01-31T12:00:00Z','connectionId':'a'},'limit':0,'filter':{}}",
                "{'after':{'created':'2026-01-31T12:00:00Z','connectionId':'a'},'limit':1001,'filter':{}}",
                "{'after':{'created':'2026-01-31T12:00:00Z','connectionId':'a'},'limit':1,'filter':{'sourceType':'x'}}",
                "{'after':{'created':'2026-01-31T12:00:00Z','connectionId':'a'},'limit':1,'filter':{}} {}",
                "null"
            })
    void similarTextsAreRejected(String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);

        assertRefused(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Test
    void truncatedCursorIsRejected() {
        String whole = CURSOR.encode();

        for (int length = 0; length < whole.length(); length++) {
            assertRefused(whole.substring(0, length));
        }
    }

    @Test
    void modifiedCursorIsRejectedOrDecoded() {
        String whole = CURSOR.encode();

        for (int i = 0; i < whole.length(); i++) {
            for (char other : "A9_-=. ü".toCharArray()) {
                String altered = whole.substring(0, i) + other + whole.substring(i + 1);
                assertThatNoException().as(altered).isThrownBy(() -> decodeOrReject(altered));
            }
        }
    }

    private static void decodeOrReject(String cursor) {
        try {
            Cursor.decode(cursor);
        } catch (ApiException e) {
            assertThat(e.status()).isEqualTo(400);
        }
    }

    private static void assertRefused(String cursor) {
        assertThatExceptionOfType(ApiException.class)
                .as(cursor)
                .isThrownBy(() -> Cursor.decode(cursor))
                .withMessageStartingWith("cursor was \"")
                .withMessageEndingWith(
                        "\", which is not a cursor of this server; pass on the cursor of the page before, or leave it out")
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(400);
                    assertThat(refusal.details().get(0).target()).isEqualTo("cursor");
                });
    }
}
