package io.wdatamock.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wdatamock.har.Har;
import io.wdatamock.har.HarReader;
import io.wdatamock.har.Recording;
import io.wdatamock.memory.Segments;
import io.wdatamock.observation.HttpExchange;
import io.wdatamock.observation.VendorPath;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.web.ControlExchange;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Recordings of requests to a real service. */
@Tag(name = "Fidelity")
@RestController
public class RecordingController {

    /**
     * What a recording contained.
     *
     * @param exchanges the requests to the vendor's operations, which were added to the requests of the sandbox
     * @param others the requests that were left out, because they are not the vendor's or have no response
     */
    @Schema(name = "RecordingSummary")
    public record Summary(int exchanges, int others) {}

    /** The memory of a recording in relation to its file. */
    private static final int FACTOR = 5;

    private final RecordingImporter importer;

    RecordingController(RecordingImporter importer) {
        this.importer = importer;
    }

    @PostMapping("/__mock/recordings")
    @Operation(
            summary = "Add a recording of requests to a real service",
            description =
                    "Takes a HAR 1.2 file from a browser or a proxy, with up to 10,000 entries. Its requests to the vendor's"
                            + " operations are added to the requests of the sandbox, with secrets redacted, and compared"
                            + " with the ledger; the learned seed repeats their runs. A file with an error adds nothing.")
    Summary addRecording(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = {
                                @Content(
                                        mediaType = Har.MEDIA_TYPE,
                                        schema = @Schema(type = "object", description = "A HAR 1.2 file")),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(type = "object", description = "A HAR 1.2 file"))
                            })
                    @RequestBody
                    Segments har,
            @RequestParam(required = false)
                    @Parameter(description = "Only the requests to this host; by default those to any host")
                    @Nullable
                    String host,
            Sandbox sandbox,
            HttpServletRequest request) {
        ControlExchange.of(request)
                .inFlight()
                .reserve(FACTOR * har.size() + HttpExchange.memory(Math.min(har.size(), HttpExchange.LARGEST_BODY)));
        Recording recording = HarReader.read(
                har,
                url -> VendorPath.isVendorPath(url.getPath())
                        && (host == null || host.equalsIgnoreCase(url.getHost())));
        int added = importer.add(recording.exchanges(), sandbox);
        return new Summary(added, recording.others() + recording.exchanges().size() - added);
    }
}
