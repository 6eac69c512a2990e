package io.wdatamock.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wdatamock.har.Har;
import io.wdatamock.journal.Entry;
import io.wdatamock.journal.Journal;
import io.wdatamock.journal.RequestPattern;
import io.wdatamock.journal.Verification;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.wire.VendorOperation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The requests of clients and their responses. */
@Tag(name = "Requests")
@RestController
@RequestMapping("/__mock/requests")
public class JournalController {

    /** Entries, the newest first; the number of all requests, and of those no longer stored. */
    @Schema(name = "Requests")
    public record Listing(List<Entry> requests, long total, long evicted) {}

    private final Verifier verifier;

    JournalController(Verifier verifier) {
        this.verifier = verifier;
    }

    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Har.MEDIA_TYPE})
    @Operation(
            summary = "List the requests",
            description = "The newest first, without those of the control API; as a HAR 1.2 file the oldest first.")
    public Listing listRequests(
            @RequestParam(required = false) @Nullable VendorOperation operation,
            @RequestParam(required = false) @Nullable String connectionId,
            @RequestParam(required = false) @Min(100) @Max(599) @Nullable Integer status,
            @RequestParam(required = false) @Nullable Boolean noted,
            @RequestParam(required = false) @Min(1) @Max(Journal.MAX_ENTRIES) @Nullable Integer limit,
            Sandbox sandbox) {
        Predicate<Entry> filter = entry -> (operation == null || operation == entry.operation())
                && (connectionId == null || entry.connectionIds().contains(connectionId))
                && (status == null || status.equals(entry.status()))
                && (noted == null || noted != entry.notes().isEmpty());
        int most = Objects.requireNonNullElse(limit, Journal.MAX_ENTRIES);
        return sandbox.withJournal(
                journal -> new Listing(journal.entries(filter, most), journal.total(), journal.evicted()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete all requests and their counts")
    void deleteRequests(Sandbox sandbox) {
        sandbox.withJournal(journal -> {
            journal.clear();
            return journal;
        });
    }

    @PostMapping("/verify")
    @Operation(
            summary = "Verify requests",
            description =
                    "With within, the response comes as soon as the verdict is satisfied; with during, at the end of that"
                            + " time or when the verdict is certainly violated. Both are real time, and end with 503 if the"
                            + " sandbox is reset or deleted. The verdict is unknown if bodies that are evicted, unread, redacted or not comparable could change"
                            + " it. 400 for a connection that does not exist and was never requested, unless pending is true."
                            + " bodyContains may have 1,000 values.")
    public Verification verify(@RequestBody RequestPattern expected, Sandbox sandbox) {
        KnownConnections.check(expected.connectionId(), expected.pending(), sandbox);
        expected.patterns()
                .forEach(pattern -> KnownConnections.check(pattern.connectionId(), pattern.pending(), sandbox));
        return verifier.verify(expected, sandbox);
    }
}
