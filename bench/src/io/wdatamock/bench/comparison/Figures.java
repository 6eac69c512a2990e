package io.wdatamock.bench.comparison;

import io.wdatamock.bench.Report;
import io.wdatamock.bench.ServerCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The measurements of all servers, round by round. */
final class Figures {

    /**
     * A property that is measured.
     *
     * @param format the format of a value with its unit
     */
    record Measure(String name, String format) {}

    /**
     * A ratio to another server that this server must reach, or must not exceed.
     *
     * @param tolerance a short run fails only if it misses the ratio by this factor, because machines may be busy
     */
    record Target(Measure measure, ServerCommand other, boolean isMaximum, double ratio, double tolerance) {

        boolean isMet(double actual, double factor) {
            return isMaximum ? actual <= ratio * factor : actual >= ratio / factor;
        }

        String row(double actual) {
            String result = isMet(actual, 1) ? "met" : "missed";
            return "| %s / %s | %s %.2f | **%.2f** | %s |\n"
                    .formatted(measure.name(), other.name(), isMaximum ? "at most" : "at least", ratio, actual, result);
        }
    }

    private final Map<Measure, Map<ServerCommand, List<Double>>> rounds = new LinkedHashMap<>();

    void add(Measure measure, ServerCommand server, double value) {
        rounds.computeIfAbsent(measure, one -> new LinkedHashMap<>())
                .computeIfAbsent(server, one -> new ArrayList<>())
                .add(value);
    }

    /** The medians as a table with a row for each measure and a column for each server. */
    String table(List<ServerCommand> servers) {
        StringBuilder table = new StringBuilder("| median |");
        servers.forEach(server -> table.append(" %s |".formatted(server.name())));
        table.append("\n|---|").append(" --: |".repeat(servers.size())).append('\n');
        rounds.forEach((measure, values) -> {
            table.append("| %s |".formatted(measure.name()));
            servers.forEach(server ->
                    table.append((" " + measure.format() + " |").formatted(Report.median(values.get(server)))));
            table.append('\n');
        });
        return table.toString();
    }

    /** The median of the ratios of the rounds, because a disturbance affects all servers of a round. */
    double ratio(ServerCommand one, Target target) {
        List<Double> ours = rounds.get(target.measure()).get(one);
        List<Double> others = rounds.get(target.measure()).get(target.other());
        return Report.median(IntStream.range(0, ours.size())
                .mapToObj(round -> ours.get(round) / others.get(round))
                .toList());
    }
}
