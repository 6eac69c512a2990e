package io.wdatamock.ops;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.wdatamock.memory.InFlightMemory;
import io.wdatamock.memory.RetainedMemory;
import io.wdatamock.sandbox.Sandboxes;
import io.wdatamock.web.RequestCounts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The metrics for Prometheus. */
@RestController
class MetricsController {

    private final RequestCounts requests;
    private final Sandboxes sandboxes;
    private final RetainedMemory retained;
    private final InFlightMemory inFlight;

    /** Created at the first scrape, to keep the library out of start-up. */
    private final Supplier<PrometheusRegistry> registry = SingletonSupplier.of(this::register);

    MetricsController(RequestCounts requests, Sandboxes sandboxes, RetainedMemory retained, InFlightMemory inFlight) {
        this.requests = requests;
        this.sandboxes = sandboxes;
        this.retained = retained;
        this.inFlight = inFlight;
    }

    /** Returns all metrics in the format that the Accept header prefers. */
    @GetMapping("/actuator/prometheus")
    void scrape(
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletResponse response)
            throws IOException {
        ExpositionFormatWriter writer = ExpositionFormats.init().findWriter(accept);
        response.setContentType(writer.getContentType());
        writer.write(
                response.getOutputStream(),
                Objects.requireNonNull(registry.get()).scrape());
    }

    private PrometheusRegistry register() {
        PrometheusRegistry made = new PrometheusRegistry();
        CounterWithCallback.builder()
                .name("wdata_mock_requests_total")
                .help("Completed requests of the emulated API")
                .labelNames("operation", "status")
                .callback(counter -> requests.forEachAnswered(
                        (key, count) -> counter.call(count, label(key.operation()), label(key.status()))))
                .register(made);
        CounterWithCallback.builder()
                .name("wdata_mock_faults_total")
                .help("Faults that were applied to a request")
                .labelNames("effect")
                .callback(counter -> requests.forEachFault((effect, count) -> counter.call(count, effect)))
                .register(made);
        CounterWithCallback.builder()
                .name("wdata_mock_journal_evictions_total")
                .help("Requests that were evicted from a journal")
                .callback(counter -> counter.call((double) retained.evictions()))
                .register(made);
        GaugeWithCallback.builder()
                .name("wdata_mock_sandboxes")
                .help("Existing sandboxes")
                .callback(gauge -> gauge.call(sandboxes.count()))
                .register(made);
        GaugeWithCallback.builder()
                .name("wdata_mock_retained_bytes")
                .help("Bytes of memory that sandboxes retain")
                .callback(gauge -> gauge.call((double) retained.used()))
                .register(made);
        GaugeWithCallback.builder()
                .name("wdata_mock_retained_limit_bytes")
                .help("Bytes of memory that sandboxes may retain")
                .callback(gauge -> gauge.call((double) retained.limit()))
                .register(made);
        GaugeWithCallback.builder()
                .name("wdata_mock_in_flight_bytes")
                .help("Bytes of memory that requests in flight have reserved")
                .callback(gauge -> gauge.call((double) inFlight.used()))
                .register(made);
        GaugeWithCallback.builder()
                .name("wdata_mock_in_flight_limit_bytes")
                .help("Bytes of memory that requests in flight may reserve")
                .callback(gauge -> gauge.call((double) inFlight.limit()))
                .register(made);
        JvmMetrics.builder().register(made);
        return made;
    }

    private static String label(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }
}
