package io.wdatamock.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A directory with a directory for each entry. Of entries with the same prefix it keeps those that were used last. */
public final class CacheDirectory {

    /** How many entries with the same prefix are kept. An entry takes 40 to 90 MB. */
    private static final int MAX_ENTRIES = 5;

    private static final String LAST_USE = "last-use";

    private final Path directory;

    private CacheDirectory(Path directory) {
        this.directory = directory;
    }

    /** The cache in a directory, which need not exist. */
    static CacheDirectory at(Path directory) {
        return new CacheDirectory(directory);
    }

    /**
     * Returns the cache of the current user: {@code wdata-mock} in {@code $XDG_CACHE_HOME} or {@code ~/.cache}, on macOS
     * in {@code ~/Library/Caches}, on Windows in {@code %LOCALAPPDATA%}; empty if there is no home directory.
     */
    public static Optional<CacheDirectory> ofUser() {
        return base(System.getProperty("os.name"), System.getProperty("user.home"), System::getenv)
                .map(base -> new CacheDirectory(base.resolve("wdata-mock")));
    }

    static Optional<Path> base(String system, @Nullable String home, UnaryOperator<@Nullable String> environment) {
        if (system.startsWith("Windows")) {
            return absolute(environment.apply("LOCALAPPDATA"));
        }
        if (system.startsWith("Mac")) {
            return absolute(home).map(path -> path.resolve("Library/Caches"));
        }
        return absolute(environment.apply("XDG_CACHE_HOME"))
                .or(() -> absolute(home).map(path -> path.resolve(".cache")));
    }

    private static Optional<Path> absolute(@Nullable String path) {
        try {
            return Optional.ofNullable(path).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The directory of an entry, which need not exist. */
    public Path entry(String name) {
        return directory.resolve(name);
    }

    /** Creates the directory of an entry. */
    public Path create(String name) throws IOException {
        return Files.createDirectories(entry(name));
    }

    /** Marks an entry as used. */
    public void use(String name) throws IOException {
        Files.writeString(entry(name).resolve(LAST_USE), "The time of this file is that of the last use.\n");
    }

    /** Deletes the entries with a prefix, except for those that were used last. */
    public void trim(String prefix) throws IOException {
        List<Path> newestFirst;
        try (Stream<Path> entries = Files.list(directory)) {
            newestFirst = entries.filter(entry -> entry.getFileName().toString().startsWith(prefix))
                    .sorted(Comparator.comparing(CacheDirectory::lastUse).reversed())
                    .toList();
        }
        for (Path entry : newestFirst.subList(Math.min(MAX_ENTRIES, newestFirst.size()), newestFirst.size())) {
            delete(entry);
        }
    }

    /** An entry that is being created was not used yet, but its directory has changed. */
    private static FileTime lastUse(Path entry) {
        Path use = entry.resolve(LAST_USE);
        try {
            return Files.getLastModifiedTime(Files.exists(use) ? use : entry);
        } catch (IOException e) {
            return FileTime.fromMillis(0); // another process has deleted it
        }
    }

    /** Deletes a directory and what it contains, if it exists. */
    public static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(directory)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
