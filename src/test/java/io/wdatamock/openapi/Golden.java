package io.wdatamock.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A source file with an expected output. To update such files after an intended change, run the tests with
 * {@code -Dgolden.rewrite=examples} or another part of the path, and review the difference.
 */
record Golden(Path file) {

    private static final String REWRITE = System.getProperty("golden.rewrite", "(none)");

    static Golden of(String path) {
        return new Golden(Path.of(path));
    }

    /** Expects exactly the content of the file. */
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
