package io.wdatamock.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Documents of OpenAPI 3.1 as ones of 3.0, since the validator and openapi-diff overlook types in 3.1 (the validator's
 * release that does not wants Java 21). What 3.0 does not know, such as a list of types, makes them refuse the document
 * rather than overlook it.
 */
final class OpenApi30 {

    /** Where a document, in YAML or JSON, says that it is written in 3.1. */
    private static final Pattern VERSION =
            Pattern.compile("(?m)(^|[{,]\\s*)(\"?openapi\"?\\s*:\\s*)[\"']?3\\.1\\.\\d[\"']?");

    private OpenApi30() {}

    static String read(Path document) {
        try {
            return of(Files.readString(document));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "openapi was %s, which cannot be read".formatted(document.toAbsolutePath()), e);
        }
    }

    static String of(String document) {
        return VERSION.matcher(document).replaceFirst("$1$2\"3.0.3\"");
    }
}
