package io.wdatamock.conformance;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The system properties of the suite.
 *
 * @param baseUrl where {@code /api/v1/connections} is, as the vendor's {@code https://h.app.wdesk.com/s/wdata/prep}
 * @param token a bearer token that is valid for the duration of the tests
 * @param connection a connection that may be refreshed
 * @param batch connections that may be refreshed together; may be empty
 * @param openapi the OpenAPI file that requests and responses are validated against
 * @param openapiBefore an older OpenAPI file, for a list of the changes since
 * @param poll the interval between two polls of a run
 * @param patience the longest duration of a run
 */
record Parameters(
        URI baseUrl,
        String token,
        String connection,
        List<String> batch,
        Optional<Path> openapi,
        Optional<Path> openapiBefore,
        Duration poll,
        Duration patience) {

    static final Parameters FROM_PROPERTIES = new Parameters(
            URI.create(required("base-url").replaceFirst("/+$", "")),
            required("token"),
            required("connection"),
            optional("batch").stream()
                    .flatMap(ids -> Stream.of(ids.split(",")))
                    .map(String::strip)
                    .toList(),
            optional("openapi").map(Path::of),
            optional("openapi-before").map(Path::of),
            optional("poll").map(Duration::parse).orElse(Duration.ofSeconds(2)),
            optional("patience").map(Duration::parse).orElse(Duration.ofMinutes(15)));

    private static String required(String name) {
        return optional(name)
                .orElseThrow(
                        () -> new IllegalStateException("%s is missing; set it with -D%s=…".formatted(name, name)));
    }

    /** The property with this name; empty if it is absent or blank, which is the default of the root build. */
    private static Optional<String> optional(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }
}
