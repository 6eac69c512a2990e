package io.wdatamock.server;

import io.wdatamock.launch.CacheDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The server's files, which this artifact contains. They are unpacked once into the user's cache, so that archives of
 * classes, which depend on the path, fit later.
 */
final class ServerFiles {

    private static final String PREFIX = "server-";

    private ServerFiles() {}

    /** Returns the directory with the files: in the user's cache, or the given one if the cache cannot be written. */
    static Path unpack(Path instead) throws IOException {
        Optional<CacheDirectory> cache = CacheDirectory.ofUser();
        if (cache.isPresent()) {
            try {
                return unpack(cache.get());
            } catch (IOException e) {
                // A directory that cannot be written, or a full disk, only costs speed.
            }
        }
        unpackInto(instead);
        return instead;
    }

    private static Path unpack(CacheDirectory cache) throws IOException {
        String name = PREFIX + checksum();
        Path directory = cache.entry(name);
        if (!Files.isDirectory(directory)) {
            moveAll(unpackBeside(directory), directory);
            cache.trim(PREFIX);
        }
        cache.use(name);
        return directory;
    }

    private static Path unpackBeside(Path directory) throws IOException {
        Path parent = Files.createDirectories(directory.getParent());
        Path unfinished = Files.createTempDirectory(parent, PREFIX + "unfinished-");
        try {
            unpackInto(unfinished);
        } catch (IOException e) {
            CacheDirectory.delete(unfinished);
            throw e;
        }
        return unfinished;
    }

    /** Moves in one step; if another process was first, its files are the same. */
    private static void moveAll(Path unfinished, Path directory) throws IOException {
        try {
            Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            CacheDirectory.delete(unfinished);
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        }
    }

    private static void unpackInto(Path directory) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(resource("server.zip"))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = directory.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
    }

    private static String checksum() throws IOException {
        try (InputStream checksum = resource("server.zip.sha256")) {
            return new String(checksum.readNBytes(16), StandardCharsets.US_ASCII);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = ServerFiles.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("%s is not in the artifact beside %s".formatted(name, ServerFiles.class.getName()));
        }
        return stream;
    }
}
