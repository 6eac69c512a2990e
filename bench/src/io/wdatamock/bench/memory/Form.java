package io.wdatamock.bench.memory;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The forms in which users run the server, each with the same heap. */
enum Form {
    DISTRIBUTION("distribution", "target/dist/bin/wdata-mock") {
        @Override
        List<String> command(Path java, String heap) {
            return List.of(artifact());
        }

        @Override
        Map<String, String> environment(Path home, String heap) {
            String fixed = heap.isEmpty() ? "" : " -Xmx" + heap;
            return Map.of("JAVA_HOME", home.toString(), "JAVA_OPTS", "-XX:MaxRAM=256m" + fixed);
        }
    },
    JAR("jar", "target/wdata-mock.jar") {
        @Override
        List<String> command(Path java, String heap) {
            return List.of(java.toString(), "-Xmx" + (heap.isEmpty() ? "128m" : heap), "-jar", artifact());
        }

        @Override
        Map<String, String> environment(Path home, String heap) {
            return Map.of();
        }
    };

    private final String title;
    private final String artifact;

    Form(String title, String artifact) {
        this.title = title;
        this.artifact = artifact;
    }

    /** The command that starts this form, without the port. */
    abstract List<String> command(Path java, String heap);

    abstract Map<String, String> environment(Path home, String heap);

    String artifact() {
        return artifact;
    }

    @Override
    public String toString() {
        return title;
    }
}
