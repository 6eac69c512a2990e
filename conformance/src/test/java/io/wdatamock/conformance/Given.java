package io.wdatamock.conformance;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the user says on the command line.
 *
 * @param baseUrl where {@code /api/v1/connections} is, as the vendor's {@code https://h.app.wdesk.com/s/wdata/prep}
 * @param token a bearer token that is good for as long as the tests take
 * @param connection a connection that may be refreshed
 * @param batch connections that may be refreshed together; may be empty
 * @param openapi the OpenAPI file that requests and answers are held against
 * @param openapiBefore an older OpenAPI file, to list what has changed since
 * @param poll the time between two looks at a run
 * @param patience how long a run may take
 */
record Given(
        URI baseUrl,
        String token,
        String connection,
        List<String> batch,
        Optional<Path> openapi,
        Optional<Path> openapiBefore,
        Duration poll,
        Duration patience) {

    static final Given PROPERTIES = new Given(
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
                .orElseThrow(() -> new IllegalStateException("%s is missing; say it by -D%s=…".formatted(name, name)));
    }

    /** The property of this name, unless it is absent or blank, as the root build has it where nothing was said. */
    private static Optional<String> optional(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }
}
