package io.wdatamock.server;

import java.io.IOException;
import java.io.InputStream;
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
 * A temporary directory for one server. Its lock tells that its JVM lives; what JVMs have left behind that were killed
 * is cleared away by the next one, but for the output, which somebody may want to read.
 */
final class ServerDirectory {

    private static final String PREFIX = "wdata-mock-junit-";
    private static final String JAR = "wdata-mock.jar";
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

    /** A new one, with the server's jar in it. */
    static ServerDirectory create() throws IOException {
        clearLeftovers(Path.of(System.getProperty("java.io.tmpdir")));
        ServerDirectory workplace = new ServerDirectory(Files.createTempDirectory(PREFIX));
        Files.createDirectory(workplace.runDirectory());
        try (InputStream jar = ServerDirectory.class.getResourceAsStream(JAR)) {
            if (jar == null) {
                throw new IOException("%s is not in the artifact beside %s".formatted(JAR, ServerDirectory.class.getName()));
            }
            Files.copy(jar, workplace.jar());
        }
        return workplace;
    }

    Path jar() {
        return directory.resolve(JAR);
    }

    Path portFile() {
        return directory.resolve("port");
    }

    Path seed() {
        return directory.resolve("seed.yaml");
    }

    /** Where the server runs and has its own temporary files; empty at first, so that it finds no foreign settings. */
    Path runDirectory() {
        return directory.resolve("run");
    }

    /** Where the server's output goes. */
    Path output() {
        return directory.resolve(OUTPUT);
    }

    /** Leaves the output there when the rest is deleted, because somebody was told of it. */
    void keepOutput() {
        outputIsKept = true;
    }

    /** Deletes what is not to be kept. */
    void delete() {
        try {
            lock.acquiredBy().close();
            delete(directory, outputIsKept);
        } catch (IOException e) {
            // The next JVM clears it away.
        }
    }

    private static void clearLeftovers(Path temporary) throws IOException {
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path directory : directories) {
                clearIfLeft(directory);
            }
        }
    }

    private static void clearIfLeft(Path directory) {
        try (FileChannel channel = FileChannel.open(directory.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock gone = channel.tryLock()) {
            if (gone != null) {
                delete(directory, true);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // Already cleared, somebody else's, or in use by this JVM.
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
