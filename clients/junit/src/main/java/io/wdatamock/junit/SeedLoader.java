package io.wdatamock.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Loads the seed of a test. */
final class SeedLoader {

    private static final String CLASSPATH = "classpath:";

    private SeedLoader() {}

    /** The text of a resource of the class path or of a file; null if the location is empty. */
    static @Nullable String load(String location) {
        if (location.isEmpty()) {
            return null;
        }
        try {
            return location.startsWith(CLASSPATH)
                    ? resource(location.substring(CLASSPATH.length()))
                    : Files.readString(Path.of(location));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Seed \"%s\" cannot be read: %s; name a file, seen from %s, or classpath: and a resource"
                            .formatted(location, e, Path.of("").toAbsolutePath()),
                    e);
        }
    }

    private static String resource(String name) throws IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        String absolute = name.startsWith("/") ? name.substring(1) : name;
        try (InputStream resource = loader.getResourceAsStream(absolute)) {
            if (resource == null) {
                throw new IOException("there is no such resource");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
