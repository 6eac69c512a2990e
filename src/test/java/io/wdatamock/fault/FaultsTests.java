package io.wdatamock.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.wdatamock.memory.MemoryAccount;
import io.wdatamock.memory.RetainedMemory;
import io.wdatamock.time.SeededRandom;
import io.wdatamock.wire.VendorOperation;
import io.wdatamock.wire.WireJson;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTests {

    private static final List<String> INSTANT = List.of("instant");

    private final Faults faults =
            new Faults(List.of(), new SeededRandom(0), new MemoryAccount(new RetainedMemory(Long.MAX_VALUE)));

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
                    skip | times | hits (x) and passes (.)
                    0    |       | xxxxxxxx
                    0    | 1     | x.......
                    0    | 3     | xxx.....
                    1    |       | .xxxxxxx
                    2    | 1     | ..x.....
                    2    | 3     | ..xxx...
                    8    | 1     | ........
                    """)
    void skipsMatchesThenTriggersALimitedNumberOfTimes(int skip, Integer times, String pattern) {
        faults.add(fault("'skip': %d, 'times': %s".formatted(skip, times)));

        assertThat(pattern(faults, 8)).isEqualTo(pattern);
    }

    @Test
    void requestsThatDoNotMatchAreNotCounted() {
        faults.add(fault("'connectionId': 'instant', 'skip': 1, 'times': 1"));

        assertThat(triggers(List.of("slow"))).isFalse();
        assertThat(triggers(INSTANT)).isFalse();
        assertThat(triggers(List.of("slow"))).isFalse();
        assertThat(triggers(INSTANT)).isTrue();
        assertThat(triggers(INSTANT)).isFalse();
    }

    @Test
    void onlyTheOldestDueFaultTriggers() {
        String first = faults.add(fault("'times': 2")).id();
        String second = faults.add(fault("'times': 1")).id();

        assertThat(faults.trigger(VendorOperation.REFRESH_CONNECTION, INSTANT)
                        .orElseThrow()
                        .faultId())
                .isEqualTo(first);
        assertThat(faults.trigger(VendorOperation.REFRESH_CONNECTION, INSTANT)
                        .orElseThrow()
                        .faultId())
                .isEqualTo(first);
        assertThat(faults.trigger(VendorOperation.REFRESH_CONNECTION, INSTANT)
                        .orElseThrow()
                        .faultId())
                .isEqualTo(second);
        assertThat(faults.trigger(VendorOperation.REFRESH_CONNECTION, INSTANT)).isEmpty();
    }

    @Test
    void faultThatSkipsLeavesTheRequestToTheNext() {
        faults.add(fault("'skip': 1"));
        String second = faults.add(fault("'times': 1")).id();

        assertThat(faults.trigger(VendorOperation.REFRESH_CONNECTION, INSTANT)
                        .orElseThrow()
                        .faultId())
                .isEqualTo(second);
    }

    @ParameterizedTest
    @EnumSource
    void withoutAnOperationAppliesToAllVendorOperations(VendorOperation operation) {
        faults.add(fault("'skip': 0"));

        assertThat(faults.trigger(operation, INSTANT).isPresent()).isEqualTo(operation != VendorOperation.ISSUE_TOKEN);
    }

    @ParameterizedTest
    @EnumSource
    void withAnOperationAppliesToItOnly(VendorOperation operation) {
        faults.add(fault("'operation': 'issueToken'"));

        assertThat(faults.trigger(operation, List.of()).isPresent())
                .isEqualTo(operation == VendorOperation.ISSUE_TOKEN);
    }

    @ParameterizedTest
    @CsvSource({"instant, true", "slow instant, true", "slow stuck, false", "'', false", "Instant, false"})
    void connectionMatchesAnyEntryOfABatch(String entries, boolean triggered) {
        faults.add(fault("'connectionId': 'instant'"));

        assertThat(faults.trigger(VendorOperation.REFRESH_BATCH, List.of(entries.split(" ", -1)))
                        .isPresent())
                .isEqualTo(triggered);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'skip': 0                                                       | false
                    'operation': 'refreshBatch'                                     | false
                    'connectionId': 'instant'                                       | true
                    'connectionId': 'instant', 'operation': 'refreshBatch'          | true
                    'connectionId': 'instant', 'operation': 'refreshConnection'     | false
                    """, quoteCharacter = '`')
    void batchIsReadOnlyForFaultsOfAConnection(String fields, boolean look) {
        faults.add(fault(fields));

        assertThat(faults.dependOnBatchEntries()).isEqualTo(look);
    }

    @Test
    void probabilityIsDrawnReproduciblyFromTheSandbox() {
        String once = pattern(improbable("0.3", 0), 200);

        assertThat(pattern(improbable("0.3", 0), 200)).isEqualTo(once);
        assertThat(pattern(improbable("0.3", 1), 200)).isNotEqualTo(once);
        assertThat(once.chars().filter(letter -> letter == 'x').count()).isBetween(40L, 80L);
    }

    @Test
    void certainFaultsDrawNoNumber() {
        SeededRandom draws = new SeededRandom(0);
        Faults certain = inForce(draws, fault("'probability': 1"), fault("'probability': 1.0, 'skip': 1"));

        assertThat(pattern(certain, 50)).doesNotContain(".");
        assertThat(draws.nextFraction("probability")).isEqualTo(new SeededRandom(0).nextFraction("probability"));
        assertThat(pattern(improbable("0", 0), 50)).doesNotContain("x");
    }

    @Test
    void skippedMatchesDrawNoNumber() {
        String drawn = pattern(improbable("0.3", 0), 20);
        Faults skipping = inForce(new SeededRandom(0), fault("'probability': 0.3, 'skip': 5"));

        assertThat(pattern(skipping, 25)).isEqualTo("....." + drawn);
    }

    @Test
    void idsAreReproducible() {
        Faults again =
                new Faults(List.of(), new SeededRandom(0), new MemoryAccount(new RetainedMemory(Long.MAX_VALUE)));

        assertThat(faults.add(fault("'skip': 1")).id())
                .isEqualTo(again.add(fault("'skip': 2")).id());
        assertThat(faults.add(fault("'skip': 1")).id())
                .isEqualTo(again.add(fault("'skip': 2")).id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -1 |    | 1    | skip was -1, but must not be negative
                    0  | 0  | 1    | times was 0, but must be at least 1
                    0  | -2 | 1    | times was -2, but must be at least 1
                    0  |    | -0.1 | probability was -0.1, but must be from 0 to 1
                    0  |    | 1.01 | probability was 1.01, but must be from 0 to 1
                    0  |    | NaN  | probability was NaN, but must be from 0 to 1
                    """)
    void valuesOutOfBoundsAreRejected(int skip, Integer times, double probability, String message) {
        Effect effect = new Effect.Status(503, null, null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fault(null, null, skip, times, probability, When.BEFORE, effect, null))
                .withMessage(message);
    }

    private static Faults improbable(String probability, long seed) {
        return inForce(new SeededRandom(seed), fault("'probability': " + probability));
    }

    private static Faults inForce(SeededRandom draws, Fault... faults) {
        Faults standing = new Faults(List.of(), draws, new MemoryAccount(new RetainedMemory(Long.MAX_VALUE)));
        Arrays.stream(faults).forEach(standing::add);
        return standing;
    }

    private static Fault fault(String fields) {
        String json = "{%s, 'effect': {'type': 'status', 'status': 503}}".formatted(fields);
        return WireJson.MAPPER.readValue(json.replace('\'', '"'), Fault.class);
    }

    private boolean triggers(List<String> connectionIds) {
        return faults.trigger(VendorOperation.REFRESH_CONNECTION, connectionIds).isPresent();
    }

    private static String pattern(Faults faults, int requests) {
        return IntStream.range(0, requests)
                .mapToObj(i -> faults.trigger(VendorOperation.REFRESH_CONNECTION, INSTANT)
                                .isPresent()
                        ? "x"
                        : ".")
                .collect(Collectors.joining());
    }
}
