package io.wdatamock.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wdatamock.fidelity.Behaviour;
import io.wdatamock.fidelity.ComparisonResult;
import io.wdatamock.fidelity.Ledger;
import io.wdatamock.sandbox.Sandbox;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The ledger of behaviours, which is the same in every sandbox, and its comparison with a real service. */
@Tag(name = "Fidelity")
@RestController
public class FidelityController {

    /** The behaviours by operation. */
    @Schema(name = "Fidelity")
    public record Listing(List<Behaviour> behaviours) {}

    @GetMapping("/__mock/fidelity")
    @Operation(
            summary = "List the known behaviours of the vendor's API",
            description =
                    "Each behaviour is published by the vendor, observed in public clients, or assumed, and names the test that verifies it. A behaviour without an operation applies to the vendor's six."
                            + " If this sandbox forwards requests to a real service, or has a recording of one, each behaviour that a response concerned has a comparison with up to three witnesses, which are numbers of requests.")
    public Listing getFidelity(Sandbox sandbox) {
        Map<String, ComparisonResult> verdicts =
                sandbox.withJournal(journal -> journal.comparison().verdicts());
        return new Listing(Ledger.read().stream()
                .map(behaviour -> behaviour.compared(verdicts))
                .toList());
    }
}
