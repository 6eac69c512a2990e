package io.wdatamock.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

/**
 * A distribution: the server's jar, which was extracted so that its libraries are in the directory {@code lib}, and the
 * file {@code java.options} with the JVM's options.
 *
 * @param directory an absolute path
 */
record Distribution(Path directory) {

    /** Spring AOT generates it if the distribution is built with the Maven profile {@code dist}. */
    private static final String SPRING_AOT = "io/wdatamock/WdataMockApplication__ApplicationContextInitializer.class";

    /** The first Java whose beans are those of the build, because it has virtual threads. */
    private static final int SPRING_AOT_JAVA = 21;

    /** The distribution that contains this class. */
    static Distribution ofThisClass() {
        try {
            Path jar = Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new Distribution(Objects.requireNonNull(jar.toRealPath().getParent(), "a file has a directory"));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path jar() {
        return directory.resolve("wdata-mock.jar");
    }

    /** Archives that were created with the distribution, as in the image. */
    CacheDirectory builtInCache() {
        return CacheDirectory.at(directory.resolve("cache"));
    }

    /** The options of a JVM of the given version, without those for an archive of classes. */
    List<String> jvmOptions(int java) throws IOException {
        List<String> options = new ArrayList<>(List.of("@" + directory.resolve("java.options")));
        if (java >= SPRING_AOT_JAVA && hasSpringAot()) {
            options.add("-Dspring.aot.enabled=true");
        }
        return options;
    }

    private boolean hasSpringAot() throws IOException {
        try (JarFile jar = new JarFile(jar().toFile())) {
            return jar.getEntry(SPRING_AOT) != null;
        }
    }

    /**
     * A text that differs for each installation, build, set of options and build of Java. The jar's time counts in
     * seconds, as the JVM compares it, because layers of images have no finer one.
     */
    String fingerprint() throws IOException {
        String text = String.join(
                "\n",
                System.getProperty("java.home"),
                System.getProperty("java.vm.vendor"),
                System.getProperty("java.vm.version"),
                jar().toString(),
                String.valueOf(Files.getLastModifiedTime(jar()).to(TimeUnit.SECONDS)),
                String.valueOf(Files.size(jar())),
                Files.readString(directory.resolve("java.options")));
        CRC32 checksum = new CRC32(); // a digest would load the security providers at every start
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits(checksum.getValue(), 8);
    }
}
