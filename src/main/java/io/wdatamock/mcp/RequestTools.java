package io.wdatamock.mcp;

import io.wdatamock.auth.AuthMode;
import io.wdatamock.control.FaultController;
import io.wdatamock.control.JournalController;
import io.wdatamock.fault.Fault;
import io.wdatamock.journal.Entry;
import io.wdatamock.journal.RequestPattern;
import io.wdatamock.journal.Verification;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.VendorOperation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The tools for the requests of clients: faults, journal, verification. */
@Lazy
@Component
final class RequestTools implements ToolSet {

    private static final String PROFILE = "profile";

    private record Profile(@Nullable String profile) {}

    private record FaultChoice(@Nullable String id) {}

    private record RequestSelection(
            @Nullable VendorOperation operation,
            @Nullable String connectionId,
            @Nullable Integer status,
            @Nullable Boolean noted,
            @Nullable Integer limit) {}

    private record RequestChoice(@Nullable Long seq) {}

    private record Requests(List<Summary> requests, long total, long evicted) {}

    /** An entry without headers and bodies, which are long. */
    private record Summary(
            long seq,
            Instant at,
            @Nullable VendorOperation operation,
            String method,
            String path,
            @Nullable String query,
            @Nullable Integer status,
            @Nullable String explanation,
            @Nullable String faultId,
            List<String> notes,
            @Nullable Instant retryAt) {}

    private record Request(Entry request, String curl) {}

    private final FaultController faults;
    private final JournalController journal;

    RequestTools(FaultController faults, JournalController journal) {
        this.faults = faults;
        this.journal = journal;
    }

    @Override
    public Map<String, Function<ToolCall, ?>> methods() {
        return Map.of(
                "add_fault", this::addFault,
                "delete_faults", this::deleteFaults,
                "list_requests", this::listRequests,
                "verify_requests", this::verify,
                "get_request", this::getRequest);
    }

    private FaultController.Listing addFault(ToolCall call) {
        if (call.arguments().has(PROFILE)) {
            String profile = ToolCall.required(PROFILE, call.read(Profile.class).profile());
            return faults.addFaultProfile(profile, null, call.sandbox());
        }
        return new FaultController.Listing(List.of(faults.addFault(call.read(Fault.class), call.sandbox())));
    }

    private FaultController.Listing deleteFaults(ToolCall call) {
        String id = call.read(FaultChoice.class).id();
        if (id == null) {
            faults.deleteFaults(call.sandbox());
        } else {
            faults.deleteFault(id, call.sandbox());
        }
        return faults.listFaults(call.sandbox());
    }

    private Requests listRequests(ToolCall call) {
        RequestSelection arguments = call.read(RequestSelection.class);
        JournalController.Listing listing = journal.listRequests(
                arguments.operation(),
                arguments.connectionId(),
                arguments.status(),
                arguments.noted(),
                Limit.of(arguments.limit()),
                call.sandbox());
        List<Summary> requests =
                listing.requests().stream().map(RequestTools::summary).toList();
        return new Requests(requests, listing.total(), listing.evicted());
    }

    private static Summary summary(Entry entry) {
        return new Summary(
                entry.seq(),
                entry.at(),
                entry.operation(),
                entry.method(),
                entry.path(),
                entry.query(),
                entry.status(),
                entry.explanation(),
                entry.faultId(),
                entry.notes(),
                entry.retryAt());
    }

    private Verification verify(ToolCall call) {
        return journal.verify(call.read(RequestPattern.class), call.sandbox());
    }

    private Request getRequest(ToolCall call) {
        long seq = ToolCall.required("seq", call.read(RequestChoice.class).seq());
        Entry entry =
                call.sandbox().withJournal(stored -> stored.entries(candidate -> candidate.seq() == seq, 1)).stream()
                        .findFirst()
                        .orElseThrow(() -> ApiException.notFound(
                                "seq",
                                "There is no stored request %d; list_requests returns those there are".formatted(seq)));
        AuthMode auth = call.sandbox().atomically(state -> state.settings().auth());
        return new Request(
                entry, CurlCommand.of(entry, BaseUrl.of(call.sandbox().name()), auth));
    }
}
