package io.wdatamock.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import tools.jackson.databind.DatabindException;

/** Distinction between a closed connection and a server error. */
class AbortedDownloadTests {

    @Test
    void wrappedAbortsAreRecognized() {
        IOException abort = new ClientAbortException(new IOException("Connection reset by peer"));
        IOException unusable = new AsyncRequestNotUsableException("ServletOutputStream failed to write", abort);

        for (Throwable cause : List.of(abort, unusable)) {
            DatabindException wrapped = DatabindException.from((tools.jackson.core.JsonGenerator) null, "x", cause);
            assertThat(AbortedDownload.isCauseOf(cause)).isTrue();
            assertThat(AbortedDownload.isCauseOf(new HttpMessageNotWritableException("Could not write JSON", wrapped)))
                    .isTrue();
        }
    }

    @Test
    void failuresOfTheServerAreNoAborts() {
        assertThat(AbortedDownload.isCauseOf(new IOException("No space left on device")))
                .isFalse();
        assertThat(AbortedDownload.isCauseOf(
                        new HttpMessageNotWritableException("Could not write JSON", new IllegalStateException())))
                .isFalse();
    }
}
