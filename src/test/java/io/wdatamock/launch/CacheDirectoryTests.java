package io.wdatamock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheDirectoryTests {

    @TempDir
    private Path directory;

    @Test
    void followsTheConventionOfTheOperatingSystem() {
        Map<String, String> environment = Map.of("XDG_CACHE_HOME", "/cache", "LOCALAPPDATA", "/local");

        assertThat(CacheDirectory.base("Linux", "/home/me", environment::get)).hasValue(Path.of("/cache"));
        assertThat(CacheDirectory.base("Linux", "/home/me", name -> null)).hasValue(Path.of("/home/me/.cache"));
        assertThat(CacheDirectory.base("Mac OS X", "/Users/me", environment::get))
                .hasValue(Path.of("/Users/me/Library/Caches"));
        assertThat(CacheDirectory.base("Windows 11", "/Users/me", environment::get))
                .hasValue(Path.of("/local"));
    }

    @Test
    void ignoresWhatIsNoAbsolutePath() {
        assertThat(CacheDirectory.base("Linux", "?", Map.of("XDG_CACHE_HOME", "cache")::get))
                .isEmpty();
        assertThat(CacheDirectory.base("Linux", null, name -> null)).isEmpty();
        assertThat(CacheDirectory.base("Windows 11", "/Users/me", name -> null)).isEmpty();
        assertThat(CacheDirectory.base("Linux", "/home/me", Map.of("XDG_CACHE_HOME", "\0")::get))
                .hasValue(Path.of("/home/me/.cache"));
    }

    @Test
    void keepsTheEntriesThatWereUsedLast() throws IOException {
        CacheDirectory cache = CacheDirectory.at(directory.resolve("wdata-mock"));
        for (int number = 1; number <= 6; number++) {
            Files.writeString(cache.create("classes-" + number).resolve("file"), "content");
            cache.use("classes-" + number);
            Files.setLastModifiedTime(
                    cache.entry("classes-" + number).resolve("last-use"), FileTime.fromMillis(1000L * number));
            cache.trim("classes-");
        }
        cache.create("server-1");
        assertThat(cache.entry("classes-1")).as("the sixth has replaced it").doesNotExist();

        cache.create("classes-in-creation");
        cache.create("classes-7");
        cache.use("classes-7");
        cache.trim("classes-");

        assertThat(cache.entry("classes-2")).doesNotExist();
        assertThat(cache.entry("classes-3")).doesNotExist();
        assertThat(cache.entry("classes-in-creation")).isDirectory();
        assertThat(cache.entry("classes-4")).isDirectory();
        assertThat(cache.entry("classes-6")).isDirectory();
        assertThat(cache.entry("server-1")).isDirectory();
    }
}
