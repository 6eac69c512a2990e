package io.wdatamock.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A temporary directory for one server, locked while its JVM runs. A later JVM deletes the directories of JVMs that
 * were killed, except the output of their servers.
 */
final class ServerDirectory {

    private static final String PREFIX = "wdata-mock-junit-";
    private static final String LOCK = "lock";
    private static final String OUTPUT = "server.log";

    private final Path directory;
    private final FileLock lock;
    private volatile boolean outputIsKept;

    private ServerDirectory(Path directory) throws IOException {
        this.directory = directory;
        this.lock = FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .lock();
    }

    /** Creates a directory. */
    static ServerDirectory create() throws IOException {
        deleteAbandoned(Path.of(System.getProperty("java.io.tmpdir")));
        ServerDirectory directory = new ServerDirectory(Files.createTempDirectory(PREFIX));
        Files.createDirectory(directory.runDirectory());
        return directory;
    }

    /** Where the server's files are if the user's cache cannot be written. */
    Path ownFiles() {
        return directory.resolve("server");
    }

    Path portFile() {
        return directory.resolve("port");
    }

    Path seed() {
        return directory.resolve("seed.yaml");
    }

    /**
     * The working directory of the server and its temporary files; initially empty, so that it contains no settings.
     */
    Path runDirectory() {
        return directory.resolve("run");
    }

    /** The file with the server's output. */
    Path output() {
        return directory.resolve(OUTPUT);
    }

    /** Excludes the output from deletion, because a message has named it. */
    void keepOutput() {
        outputIsKept = true;
    }

    /** Deletes the directory, except the output if it is kept. */
    void delete() {
        try {
            lock.acquiredBy().close();
            delete(directory, outputIsKept);
        } catch (IOException e) {
            // The next JVM deletes it.
        }
    }

    private static void deleteAbandoned(Path temporary) throws IOException {
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path directory : directories) {
                deleteIfAbandoned(directory);
            }
        }
    }

    private static void deleteIfAbandoned(Path directory) {
        try (FileChannel channel = FileChannel.open(directory.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock gone = channel.tryLock()) {
            if (gone != null) {
                delete(directory, true);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // Already deleted, not accessible, or in use by this JVM.
        }
    }

    private static void delete(Path directory, boolean butOutput) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(directory)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            boolean isKept = butOutput && (path.endsWith(OUTPUT) || path.equals(directory));
            if (!isKept) {
                Files.delete(path);
            }
        }
    }
}
