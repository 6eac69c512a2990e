package io.wdatamock.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeededRandomTests {

    private static final int MANY = 100_000;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 42, Long.MIN_VALUE, Long.MAX_VALUE})
    void sameSeedGivesTheSameSequence(long seed) {
        assertThat(sequence(new SeededRandom(seed))).isEqualTo(sequence(new SeededRandom(seed)));
    }

    @Test
    void differentSeedGivesADifferentSequence() {
        assertThat(sequence(new SeededRandom(1))).doesNotContainAnyElementsOf(sequence(new SeededRandom(2)));
    }

    @Test
    void sequenceIsStableAcrossReleases() {
        SeededRandom draws = new SeededRandom(0);

        assertThat(draws.nextId("job")).isEqualTo("a69d2f9d-69c2-4874-85b1-507d5a7f0f5e");
        assertThat(draws.nextId("job")).isEqualTo("3e430b6e-9811-4375-a19f-1ba1f1dbc399");
        assertThat(draws.nextSecret("token")).isEqualTo("1a3d284189a8f2d4f2f40a4265b4a901");
        assertThat(draws.nextNumber("rows", 100, 25_000)).isEqualTo(18234);
    }

    @Test
    void kindsHaveIndependentSequences() {
        SeededRandom alone = new SeededRandom(7);
        SeededRandom among = new SeededRandom(7);
        List<String> wanted = ids(alone, "job", 3).toList();

        among.nextId("batch");
        String first = among.nextId("job");
        among.nextSecret("token");
        among.nextFraction("probability");
        String second = among.nextId("job");
        among.nextNumber("rows", 1, 9);

        assertThat(List.of(first, second, among.nextId("job"))).isEqualTo(wanted);
    }

    @Test
    void kindsDiffer() {
        assertThat(new SeededRandom(0).nextId("job")).isNotEqualTo(new SeededRandom(0).nextId("batch"));
    }

    @Test
    void idIsARandomUuid() {
        SeededRandom draws = new SeededRandom(3);

        assertThat(ids(draws, "job", 1000)).allSatisfy(id -> {
            UUID uuid = UUID.fromString(id);
            assertThat(uuid.toString()).isEqualTo(id);
            assertThat(uuid.version()).isEqualTo(4);
            assertThat(uuid.variant()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, Long.MAX_VALUE})
    void idsAreUnique(long seed) {
        SeededRandom draws = new SeededRandom(seed);
        Set<String> drawn = new HashSet<>();
        ids(draws, "job", MANY).forEach(drawn::add);
        ids(draws, "batch", MANY).forEach(drawn::add);

        assertThat(drawn).hasSize(2 * MANY);
    }

    @Test
    void secretHas32HexadecimalDigits() {
        SeededRandom draws = new SeededRandom(3);

        assertThat(Stream.generate(() -> draws.nextSecret("token")).limit(1000))
                .allMatch(secret -> secret.matches("[0-9a-f]{32}"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 5", "0, 1", "-3, 3", "100, 104", "-9223372036854775808, -9223372036854775807"})
    void numberTakesEveryValueOfItsRange(long min, long max) {
        SeededRandom draws = new SeededRandom(11);
        Set<Long> drawn = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            drawn.add(draws.nextNumber("rows", min, max));
        }

        assertThat(drawn).allMatch(number -> number >= min && number <= max).hasSize((int) (max - min + 1));
    }

    @Test
    void numberFromAWideRangeIsInTheRange() {
        SeededRandom draws = new SeededRandom(11);

        for (int i = 0; i < 1000; i++) {
            assertThat(draws.nextNumber("rows", -5, Long.MAX_VALUE - 6)).isBetween(-5L, Long.MAX_VALUE - 6);
        }
    }

    @Test
    void fractionIsUniformFromZeroToOne() {
        SeededRandom draws = new SeededRandom(5);
        int[] tenths = new int[10];
        for (int i = 0; i < MANY; i++) {
            double fraction = draws.nextFraction("probability");
            assertThat(fraction >= 0 && fraction < 1).isTrue();
            tenths[(int) (fraction * 10)]++;
        }

        assertThat(Arrays.stream(tenths)).allMatch(count -> count > 9_500 && count < 10_500);
    }

    private static List<String> sequence(SeededRandom draws) {
        return List.of(
                draws.nextId("job"),
                draws.nextId("job"),
                draws.nextSecret("token"),
                Long.toString(draws.nextNumber("rows", 0, Long.MAX_VALUE - 1)),
                Double.toString(draws.nextFraction("probability")),
                draws.nextId("batch"),
                draws.nextSecret("token"));
    }

    private static Stream<String> ids(SeededRandom draws, String kind, int count) {
        return Stream.generate(() -> draws.nextId(kind)).limit(count);
    }
}
