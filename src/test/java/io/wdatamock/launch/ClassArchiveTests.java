package io.wdatamock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of a distribution whose jar and options are written here. */
class ClassArchiveTests {

    @TempDir
    private Path directory;

    private Distribution distribution;
    private ClassArchive archive;

    @BeforeEach
    void createDistribution() throws IOException {
        distribution = new Distribution(Files.createDirectory(directory.resolve("distribution")));
        Files.writeString(distribution.directory().resolve("java.options"), "-XX:+UseSerialGC");
        writeJar("Some.class");
        archive = archive();
    }

    @Test
    void isFoundOnceItIsCreated() throws Exception {
        assertThat(archive.find()).isEmpty();
        assertThat(archive.isWanted()).isTrue();

        archive.create((file, log) -> write(file, "classes", log));

        assertThat(archive.find())
                .hasValueSatisfying(file -> assertThat(file)
                        .hasFileName("wdata-mock.aot")
                        .hasContent("classes")
                        .satisfies(path ->
                                assertThat(path.resolveSibling("training.log")).doesNotExist()));
    }

    @Test
    void isNotCreatedTwice() throws Exception {
        archive.create((file, log) -> write(file, "first", log));
        archive.create((file, log) -> write(file, "second", log));

        assertThat(archive.find()).hasValueSatisfying(file -> assertThat(file).hasContent("first"));
    }

    @Test
    void keepsTheLogOfAFailureAndIsNotTriedAgain() throws Exception {
        archive.create((file, log) -> !write(file, "half", log));

        assertThat(archive.find()).isEmpty();
        assertThat(archive.isWanted()).isFalse();
        try (var files = Files.walk(directory.resolve("cache"))) {
            assertThat(files.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("failed.log", "lock");
        }
    }

    @Test
    void keepsTheLogsOfFewFailures() throws Exception {
        for (int number = 1; number <= 7; number++) {
            Files.writeString(distribution.directory().resolve("java.options"), "-Xmx" + number + "m");
            archive().create((file, log) -> !write(file, "half", log));
        }

        try (var entries = Files.list(directory.resolve("cache"))) {
            assertThat(entries).hasSize(5);
        }
    }

    @Test
    void dependsOnTheJarAndTheOptions() throws Exception {
        archive.create((file, log) -> write(file, "classes", log));

        Files.writeString(distribution.directory().resolve("java.options"), "-XX:+UseParallelGC");
        assertThat(archive().find()).as("with other options").isEmpty();

        Files.writeString(distribution.directory().resolve("java.options"), "-XX:+UseSerialGC");
        assertThat(archive().find()).isPresent();
        Files.setLastModifiedTime(distribution.jar(), FileTime.fromMillis(0));
        assertThat(archive().find()).as("with a jar of another time").isEmpty();
    }

    @Test
    void optionsSelectSpringAotWhereTheJarHasItAndJavaHasVirtualThreads() throws IOException {
        String options = "@" + distribution.directory().resolve("java.options");
        assertThat(distribution.jvmOptions(25)).containsExactly(options);

        writeJar("io/wdatamock/WdataMockApplication__ApplicationContextInitializer.class");

        assertThat(distribution.jvmOptions(25)).containsExactly(options, "-Dspring.aot.enabled=true");
        assertThat(distribution.jvmOptions(17)).containsExactly(options);
    }

    @Test
    void formatDependsOnTheJavaVersion() {
        Path file = Path.of("/cache/file");
        assertThat(ArchiveFormat.ofJava(24).toUse(file)).isEqualTo("-XX:SharedArchiveFile=" + file);
        assertThat(ArchiveFormat.ofJava(25).toCreate(file)).isEqualTo("-XX:AOTCacheOutput=" + file);
    }

    private ClassArchive archive() throws IOException {
        return ClassArchive.of(distribution, CacheDirectory.at(directory.resolve("cache")), ArchiveFormat.AOT_CACHE);
    }

    private void writeJar(String entry) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(distribution.jar()))) {
            jar.putNextEntry(new JarEntry(entry));
        }
    }

    private static boolean write(Path file, String content, Path log) throws IOException {
        Files.writeString(file, content);
        Files.writeString(log, "The server printed this.");
        return true;
    }
}
