package io.wdatamock.bench.comparison;

import io.wdatamock.bench.Contestant;
import java.util.List;

/** The figures as bars in an SVG that reads well on light and dark pages. */
final class Chart {

    private static final int WIDTH = 800;
    private static final int LEFT = 190;
    private static final int LONGEST_BAR = 460;
    private static final int BAR = 14;
    private static final int GAP = 18;
    private static final int TOP = 48;

    private static final String STYLE = """
            text { font: 13px system-ui, sans-serif; fill: #24292f }
            .value { font-size: 12px }
            .c0 { fill: #1f6feb } .c1 { fill: #bf8700 } .c2 { fill: #d8b26e }
            .c3 { fill: #e8d5ad } .c4 { fill: #57606a } .c5 { fill: #8c959f }
            @media (prefers-color-scheme: dark) {
              text { fill: #e6edf3 }
              .c0 { fill: #58a6ff } .c1 { fill: #d29922 } .c2 { fill: #9e7a2f }
              .c3 { fill: #6b5423 } .c4 { fill: #b1bac4 } .c5 { fill: #6e7681 }
            }
            """;

    private final StringBuilder body = new StringBuilder();
    private int y = TOP;

    private Chart() {}

    static String of(Figures figures, List<Contestant> contestants) {
        Chart chart = new Chart();
        chart.legend(contestants);
        figures.measures().forEach(measure -> chart.group(measure, figures, contestants));
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-label="Bars that compare the servers, measure by measure">
                <style>
                %3$s</style>
                %4$s</svg>
                """.formatted(WIDTH, chart.y, STYLE, chart.body);
    }

    private void legend(List<Contestant> contestants) {
        int x = 0;
        for (int i = 0; i < contestants.size(); i++) {
            String name = contestants.get(i).name();
            body.append("<rect class=\"c%d\" x=\"%d\" y=\"12\" width=\"12\" height=\"12\"/>".formatted(i, x));
            body.append("<text x=\"%d\" y=\"23\">%s</text>\n".formatted(x + 18, name));
            x += 34 + 7 * name.length();
        }
    }

    private void group(Measure measure, Figures figures, List<Contestant> contestants) {
        List<Double> values = contestants.stream()
                .map(contestant -> figures.median(measure, contestant))
                .toList();
        double largest = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        body.append("<text x=\"0\" y=\"%d\">%s</text>\n".formatted(y + BAR, measure.name()));
        for (int i = 0; i < values.size(); i++) {
            long length = Math.max(1, Math.round(LONGEST_BAR * values.get(i) / largest));
            body.append("<rect class=\"c%d\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                    .formatted(i, LEFT, y, length, BAR - 2));
            body.append("<text class=\"value\" x=\"%d\" y=\"%d\">%s</text>\n"
                    .formatted(LEFT + length + 6, y + BAR - 3, measure.show(values.get(i))));
            y += BAR;
        }
        y += GAP;
    }
}
