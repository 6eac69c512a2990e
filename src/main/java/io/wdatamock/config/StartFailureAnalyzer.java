package io.wdatamock.config;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.ssl.NoSuchSslBundleException;

/** Reports failures for which Spring Boot would print a stack trace. */
final class StartFailureAnalyzer implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<FailureAnalysis> analysis = analysis(cause);
            if (analysis.isPresent()) {
                return analysis.get();
            }
        }
        return null;
    }

    private static Optional<FailureAnalysis> analysis(Throwable cause) {
        if (cause instanceof WrongStartException wrong) {
            return Optional.of(new FailureAnalysis(String.valueOf(wrong.getMessage()), wrong.action(), wrong));
        }
        if (cause instanceof NoSuchSslBundleException unknown) {
            return Optional.of(new FailureAnalysis(
                    "Setting server.ssl.bundle was \"%s\", but must be the name of a bundle that spring.ssl.bundle.pem or spring.ssl.bundle.jks defines."
                            .formatted(unknown.getBundleName()),
                    "Define the bundle, or correct its name.",
                    unknown));
        }
        return cause instanceof FileSystemException io ? temporary(io) : Optional.empty();
    }

    private static Optional<FailureAnalysis> temporary(FileSystemException failure) {
        Path directory = Path.of(System.getProperty("java.io.tmpdir"));
        if (failure.getFile() == null || !Path.of(failure.getFile()).startsWith(directory)) {
            return Optional.empty();
        }
        return Optional.of(new FailureAnalysis(
                "The temporary directory %s must exist and be writable, but is not: %s."
                                .formatted(directory, failure.getClass().getSimpleName())
                        + (failure.getReason() == null ? "" : " (" + failure.getReason() + ")"),
                "Make room in it, or give another one with -Djava.io.tmpdir or server.tomcat.basedir.",
                failure));
    }
}
