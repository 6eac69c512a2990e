package io.wdatamock.web.error;

import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Recognizes failures to write to a client that closed its connection or stopped reading, also as a cause. */
public final class AbortedDownload {

    private AbortedDownload() {}

    public static boolean isCauseOf(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause ->
                        cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException);
    }
}
