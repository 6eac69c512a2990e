package io.wdatamock.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The archive of a distribution for this Java in the user's cache. One process creates it; starts in the meantime do
 * without. A failed attempt leaves the server's output in {@code failed.log} and is not repeated.
 */
final class ClassArchive {

    private static final String PREFIX = "classes-";
    private static final String FAILED = "failed.log";

    private final CacheDirectory cache;
    private final String entry;
    private final ArchiveFormat format;

    private ClassArchive(CacheDirectory cache, String entry, ArchiveFormat format) {
        this.cache = cache;
        this.entry = entry;
        this.format = format;
    }

    static ClassArchive of(Distribution distribution, CacheDirectory cache, ArchiveFormat format) throws IOException {
        return new ClassArchive(cache, PREFIX + distribution.fingerprint(), format);
    }

    /** The archive, if it was created before. */
    Optional<Path> find() throws IOException {
        Path file = file();
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            cache.use(entry);
        } catch (IOException e) {
            // A cache that cannot be written can still be read.
        }
        return Optional.of(file);
    }

    /** Whether no other process is creating the archive, and none has failed to. */
    boolean isWanted() throws IOException {
        Path directory = cache.create(entry);
        if (Files.exists(directory.resolve(FAILED))) {
            return false;
        }
        try (FileChannel channel = lockFile(directory);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        }
    }

    /** Creates the archive, unless another process does or has. */
    void create(Creator creator) throws IOException, InterruptedException {
        Path directory = cache.create(entry);
        try (FileChannel channel = lockFile(directory);
                FileLock lock = channel.tryLock()) {
            if (lock != null && !Files.exists(file())) {
                create(creator, directory);
            }
        }
    }

    private void create(Creator creator, Path directory) throws IOException, InterruptedException {
        Path unfinished = directory.resolve("unfinished");
        Path log = directory.resolve("training.log");
        CacheDirectory.delete(unfinished); // of a process that was killed
        Path archive = Files.createDirectory(unfinished).resolve(format.fileName());
        try {
            if (creator.create(archive, log)) {
                Files.move(archive, file(), StandardCopyOption.ATOMIC_MOVE);
                Files.delete(log);
                cache.use(entry);
            } else {
                Files.move(log, directory.resolve(FAILED), StandardCopyOption.REPLACE_EXISTING);
            }
            cache.trim(PREFIX);
        } finally {
            CacheDirectory.delete(unfinished);
        }
    }

    @Override
    public String toString() {
        return file().toString();
    }

    private Path file() {
        return cache.entry(entry).resolve(format.fileName());
    }

    private static FileChannel lockFile(Path directory) throws IOException {
        return FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Writes an archive to a file, and what happens to a log. */
    interface Creator {

        /** Returns whether it succeeded. */
        boolean create(Path archive, Path log) throws IOException, InterruptedException;
    }
}
