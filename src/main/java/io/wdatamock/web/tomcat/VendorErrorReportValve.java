package io.wdatamock.web.tomcat;

import io.wdatamock.web.error.ErrorWriter;
import io.wdatamock.web.error.RateLimitedLog;
import io.wdatamock.web.error.SecurityHeaders;
import io.wdatamock.web.route.Route;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Sanitizer;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.InstantSource;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** Writes errors that Tomcat reports before any filter in the server's formats. */
final class VendorErrorReportValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(VendorErrorReportValve.class);

    private final RateLimitedLog log;

    VendorErrorReportValve(InstantSource realTime) {
        this.log = new RateLimitedLog(LOG, realTime);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        SecurityHeaders.forbidSniffing(response);
        super.invoke(request, response);
        if (response.getStatus() == HttpStatus.REQUEST_TIMEOUT.value()) {
            // Tomcat would wait for the rest of the body, which has already taken too long.
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ApiException error = ContainerErrors.translate(request, response, throwable);
        String uri = ContainerErrors.uri(request);
        log.info(
                "{} {} was rejected with {}: {}",
                Sanitizer.clean(String.valueOf(request.getMethod())),
                Sanitizer.clean(uri),
                error.status(),
                String.valueOf(error.getMessage()));
        try {
            ErrorWriter.write(error, Route.of("", uri).servletPath(), response.getResponse());
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("A client disconnected before it received its error", e);
        }
    }
}
