package io.wdatamock.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wdatamock.events.Subscription;
import io.wdatamock.memory.InFlightRequest;
import io.wdatamock.memory.WaitingRequests;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.wire.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Changes in the sandbox as server-sent events. */
@Tag(name = "Events")
@RestController
@RequestMapping("/__mock/events")
class EventController {

    /** The maximum number of open streams; each occupies a thread, of which there are 200 before Java 21. */
    static final int MAX_STREAMS = 100;

    private final Semaphore streams = new Semaphore(MAX_STREAMS);

    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Stream the events of the sandbox",
            description =
                    "Server-sent events: clock (first, and after each change by the control API), run (when a run "
                            + "starts, is advanced or is moved by a poll, and after a change of the clock), request (after "
                            + "routing, and after the response), reset. The data has the format of the corresponding GET "
                            + "response.")
    @ApiResponse(
            responseCode = "200",
            description =
                    "Events, until the limit is reached, the sandbox is removed, the server stops, or 1,000 changes or 8 MiB are queued",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE))
    void watchEvents(
            @Parameter(description = "The number of events after which the stream ends; by default unlimited")
                    @RequestParam(required = false)
                    @Min(1)
                    @Nullable
                    Integer limit,
            Sandbox sandbox,
            InFlightRequest inFlight,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (request.getMethod().equals(HttpMethod.HEAD.name())) {
            EventStream.open(response); // the response to HEAD has headers only
            return;
        }
        if (!streams.tryAcquire()) {
            throw ApiException.unavailable(
                    "There are %d event streams open, which is the most; close one".formatted(MAX_STREAMS));
        }
        try {
            stream(sandbox, inFlight, response, limit == null ? Long.MAX_VALUE : limit);
        } finally {
            streams.release();
        }
    }

    private static void stream(Sandbox sandbox, InFlightRequest inFlight, HttpServletResponse response, long limit)
            throws IOException {
        WaitingRequests.Permit permit = inFlight.startWaiting();
        Subscription viewer = sandbox.watch();
        try {
            EventStream.open(response).send(viewer, limit);
        } finally {
            sandbox.unwatch(viewer);
            permit.close();
        }
    }
}
