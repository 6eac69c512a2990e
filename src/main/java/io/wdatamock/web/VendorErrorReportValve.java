package io.wdatamock.web;

import io.wdatamock.wire.ApiException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** Gives what Tomcat refuses before any routing the shape of every other refusal. */
public final class VendorErrorReportValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(VendorErrorReportValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            ErrorWriter.write(
                    error(response.getStatus()), String.valueOf(request.getRequestURI()), response.getResponse());
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("A client went away before it could be told of its error", e);
        }
    }

    private static ApiException error(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        String reason = switch (status) {
            case 400 ->
                "The request line or a header is malformed, too long, or encodes '/', '\\' or a null in its path";
            case 405 -> "The method is not allowed on any path";
            default -> known == null ? "Error" : known.getReasonPhrase();
        };
        return ApiException.of(known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known, reason);
    }
}
