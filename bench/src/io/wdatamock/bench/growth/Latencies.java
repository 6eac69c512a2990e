package io.wdatamock.bench.growth;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Median;
import io.wdatamock.bench.Request;
import io.wdatamock.bench.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How long requests take that are sent one after the other, in microseconds. */
final class Latencies {

    private static final double NANOS_PER_MICRO = 1e3;

    private final List<Double> micros = new ArrayList<>();

    /** Sends a request and takes its time; anything but a 200 ends the benchmark. */
    Response take(Client client, Request request) throws IOException {
        long before = System.nanoTime();
        Response answer = client.send(request);
        micros.add((System.nanoTime() - before) / NANOS_PER_MICRO);
        if (answer.status() != 200) {
            throw new IllegalStateException("%s was answered with %s".formatted(request, answer));
        }
        return answer;
    }

    double median() {
        return Median.of(micros);
    }

    int count() {
        return micros.size();
    }

    /** The largest median divided by the smallest. */
    static double spread(Collection<Latencies> all) {
        List<Double> medians = all.stream().map(Latencies::median).sorted().toList();
        return medians.getLast() / medians.getFirst();
    }
}
