package io.wdatamock.ops;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The health probes at the paths of Spring Boot's actuator: 200, or 503 if the server is not healthy. */
@RestController
class HealthController {

    /** The response of a probe. */
    record Health(String status) {}

    private final ApplicationAvailability availability;

    HealthController(ApplicationAvailability availability) {
        this.availability = availability;
    }

    /** Returns whether the process should keep running. */
    @GetMapping("/actuator/health/liveness")
    ResponseEntity<Health> liveness() {
        return respond(availability.getLivenessState() == LivenessState.CORRECT, "DOWN");
    }

    /** Returns whether the server accepts requests: from the end of the start to the beginning of the stop. */
    @GetMapping({"/actuator/health", "/actuator/health/readiness"})
    ResponseEntity<Health> readiness() {
        return respond(availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC, "OUT_OF_SERVICE");
    }

    private static ResponseEntity<Health> respond(boolean isHealthy, String otherwise) {
        return ResponseEntity.status(isHealthy ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(new Health(isHealthy ? "UP" : otherwise));
    }
}
