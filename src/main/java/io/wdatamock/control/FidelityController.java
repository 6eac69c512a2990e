package io.wdatamock.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wdatamock.fidelity.Behaviour;
import io.wdatamock.fidelity.Ledger;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How faithful the mock is; the same in every sandbox. */
@Tag(name = "Fidelity")
@RestController
public class FidelityController {

    /** The behaviours, operation by operation. */
    @Schema(name = "Fidelity")
    public record Listing(List<Behaviour> behaviours) {}

    @GetMapping("/__mock/fidelity")
    @Operation(
            summary = "Tell of each behaviour how it is known",
            description = "As published by the vendor, observed in public clients, or assumed by us; with the test "
                    + "that shows it. A behaviour without an operation is that of the vendor's six.")
    Listing getFidelity() {
        return new Listing(Ledger.read());
    }
}
