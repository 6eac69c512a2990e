package io.wdatamock.bench.soak;

import io.wdatamock.bench.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What an idle server holds on to.
 *
 * @param threads its threads, virtual ones too, but for those that carry virtual threads, which come and go
 * @param descriptors its open files and sockets
 */
record Leftovers(List<String> threads, long descriptors) {

    private static final Path DUMP = Path.of("target/bench/threads.txt").toAbsolutePath();

    static Leftovers of(Server server) {
        return new Leftovers(threads(server), server.openDescriptors());
    }

    /** Whether there is nothing more than there was. */
    boolean isNoMoreThan(Leftovers before) {
        return threads.size() <= before.threads.size() && descriptors <= before.descriptors;
    }

    private static List<String> threads(Server server) {
        try {
            server.jcmd("Thread.dump_to_file", "-overwrite", DUMP.toString());
            return Files.readAllLines(DUMP).stream()
                    .filter(line -> line.startsWith("#"))
                    .filter(line -> !line.contains("ForkJoinPool"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
