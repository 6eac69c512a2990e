package io.wdatamock.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file in the sources that says what comes out. After a change that is wanted, run the tests once with
 * {@code -Dgolden.rewrite=examples}, or another part of the file's path, to have such files written anew, and
 * review what changed in them.
 */
record Golden(Path file) {

    private static final String REWRITE = System.getProperty("golden.rewrite", "(none)");

    static Golden of(String path) {
        return new Golden(Path.of(path));
    }

    /** Compares to the last character. */
    void expect(String actual) {
        if (file.toString().contains(REWRITE)) {
            write(actual);
        }
        assertThat(file).content().isEqualTo(actual);
    }

    private void write(String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
