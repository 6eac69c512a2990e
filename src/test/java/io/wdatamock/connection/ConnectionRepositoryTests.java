package io.wdatamock.connection;

import static io.wdatamock.connection.ConnectionSamples.MADE;
import static io.wdatamock.connection.ConnectionSamples.connection;
import static io.wdatamock.connection.ConnectionSamples.made;
import static io.wdatamock.connection.ConnectionSamples.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wdatamock.memory.MemoryAccount;
import io.wdatamock.memory.RetainedMemory;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.ItemType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionRepositoryTests {

    /** More pages than any test has, to detect a cursor that does not end. */
    private static final int ENDLESS = 200;

    private static final ConnectionFilter ALL = new ConnectionFilter(null, null, null, null);

    private final ConnectionRepository repository =
            new ConnectionRepository(List.of(), new MemoryAccount(new RetainedMemory(Long.MAX_VALUE)));

    @Test
    void ordersByCreationThenId() {
        repository.save(made("b", MADE));
        repository.save(made("z", MADE.minusMillis(1)));
        repository.save(made("a", MADE.plusMillis(1)));
        repository.save(made("B", MADE));
        repository.save(made("a1", MADE));

        assertThat(ids(repository.page(ALL, 0, 1000))).containsExactly("z", "B", "a1", "b", "a");
    }

    @Test
    void replacedConnectionMovesToItsPosition() {
        saveNumbered(3);

        repository.save(made("c-001", MADE.plusSeconds(1)));

        assertThat(ids(repository.page(ALL, 0, 1000))).containsExactly("c-002", "c-003", "c-001");
    }

    @Test
    void savedAgainKeepsItsPosition() {
        saveNumbered(3);

        repository.save(connection("{'connectionId': 'c-002', 'name': 'another'}"));

        assertThat(ids(repository.page(ALL, 0, 1000))).containsExactly("c-001", "c-002", "c-003");
        assertThat(repository.find("c-002").orElseThrow().name()).isEqualTo("another");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 19, 20, 21, 1000})
    void pagesShowEveryConnectionOnce(int limit) {
        saveNumbered(20);

        List<List<String>> pages = pages(ALL, limit);

        assertThat(pages.stream().flatMap(List::stream)).containsExactlyElementsOf(numbered(20));
        assertThat(pages.subList(0, pages.size() - 1)).allMatch(page -> page.size() == limit);
    }

    @ParameterizedTest
    @CsvSource({"20, 20", "20, 21", "20, 1000", "0, 1", "0, 1000"})
    void theLastPageHasNoCursor(int size, int limit) {
        saveNumbered(size);

        assertThat(repository.page(ALL, 0, limit).next()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 5, c-001", "3, 5, c-004", "19, 5, c-020", "20, 5,", "9223372036854775807, 5,"})
    void offsetSkipsTheFirstConnections(long offset, int limit, String first) {
        saveNumbered(20);

        assertThat(ids(repository.page(ALL, offset, limit)).stream().findFirst())
                .isEqualTo(Optional.ofNullable(first));
    }

    @Test
    void nextPageContinuesAfterAnOffset() {
        saveNumbered(20);

        Cursor next = repository.page(ALL, 3, 5).next().orElseThrow();

        assertThat(ids(repository.page(sentAndReturned(next))))
                .containsExactly("c-009", "c-010", "c-011", "c-012", "c-013");
    }

    @Test
    void aCursorStaysRightWhileConnectionsAreAdded() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            ConnectionRepository growing =
                    new ConnectionRepository(List.of(), new MemoryAccount(new RetainedMemory(Long.MAX_VALUE)));
            TreeSet<String> before = new TreeSet<>();
            IntStream.range(0, 15).forEach(i -> before.add(add(growing, random)));

            List<String> shown = new ArrayList<>();
            ConnectionPage page = growing.page(ALL, 0, 4);
            shown.addAll(ids(page));
            while (page.next().isPresent()) {
                assertThat(shown).as("seed %d", seed).hasSizeLessThan(ENDLESS);
                add(growing, random);
                page = growing.page(sentAndReturned(page.next().get()));
                shown.addAll(ids(page));
            }

            assertThat(shown).as("seed %d", seed).doesNotHaveDuplicates().containsAll(before);
        }
    }

    @Test
    void filtersCarryOverToTheNextPage() {
        for (int i = 0; i < 30; i++) {
            repository.save(connection("{'connectionId': 'c-%03d', 'sourceType': '%s'}"
                    .formatted(i, i % 3 == 0 ? "wdata_table" : "report")));
        }
        ConnectionFilter tables = new ConnectionFilter(ItemType.WDATA_TABLE, null, null, null);

        assertThat(pages(tables, 4))
                .containsExactly(
                        List.of("c-000", "c-003", "c-006", "c-009"),
                        List.of("c-012", "c-015", "c-018", "c-021"),
                        List.of("c-024", "c-027"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
                    sourceType  | sourceId | destinationType | destinationId | found
                                |          |                 |               | a b c
                    WDATA_QUERY |          |                 |               | a b
                    WDATA_QUERY | q-2      |                 |               | b
                                |          | DOCUMENT        |               | b c
                                |          | DOCUMENT        | d-1           | b c
                    WDATA_TABLE | t-1      | DOCUMENT        | d-1           | c
                    WDATA_TABLE | q-1      |                 |               | ''
                                |          |                 | d-9           | ''
                    """)
    void filterMatchesItsFields(
            ItemType sourceType, String sourceId, ItemType destinationType, String destinationId, String found) {
        repository.save(endpoints("a", "wdata_query", "q-1", "report", "r-1"));
        repository.save(endpoints("b", "wdata_query", "q-2", "document", "d-1"));
        repository.save(endpoints("c", "wdata_table", "t-1", "document", "d-1"));

        ConnectionFilter filter = new ConnectionFilter(sourceType, sourceId, destinationType, destinationId);

        assertThat(String.join(" ", ids(repository.page(filter, 0, 10)))).isEqualTo(found);
    }

    @Test
    void anUnknownConnectionIsNotFound() {
        saveNumbered(1);

        assertThat(repository.get("c-001", "connectionId").connectionId()).isEqualTo("c-001");
        assertThat(repository.find("c-999")).isEmpty();
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> repository.get("c-999", "[3].connectionId"))
                .withMessage("There is no connection \"c-999\"; listConnections shows the existing ones")
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(404);
                    assertThat(refusal.details().get(0).target()).isEqualTo("[3].connectionId");
                });
    }

    private static Connection endpoints(String id, String type, String sourceId, String to, String destinationId) {
        return connection(
                "{'connectionId': '%s', 'sourceType': '%s', 'sourceId': '%s', 'destinationType': '%s', 'destinationId': '%s'}"
                        .formatted(id, type, sourceId, to, destinationId));
    }

    private static String add(ConnectionRepository repository, Random random) {
        String id = "c-" + random.nextInt(1_000_000);
        repository.save(made(id, MADE.plusMillis(random.nextInt(5))));
        return id;
    }

    private void saveNumbered(int count) {
        List<String> ids = new ArrayList<>(numbered(count));
        Collections.shuffle(ids, new Random(count));
        ids.forEach(id -> repository.save(named(id)));
    }

    private static List<String> numbered(int count) {
        return IntStream.rangeClosed(1, count).mapToObj("c-%03d"::formatted).toList();
    }

    private List<List<String>> pages(ConnectionFilter filter, int limit) {
        List<List<String>> pages = new ArrayList<>();
        ConnectionPage page = repository.page(filter, 0, limit);
        pages.add(ids(page));
        while (page.next().isPresent()) {
            assertThat(pages).hasSizeLessThan(ENDLESS);
            page = repository.page(sentAndReturned(page.next().get()));
            pages.add(ids(page));
        }
        return pages;
    }

    private static Cursor sentAndReturned(Cursor cursor) {
        return Cursor.decode(cursor.encode());
    }

    private static List<String> ids(ConnectionPage page) {
        return page.connections().stream().map(Connection::connectionId).toList();
    }
}
