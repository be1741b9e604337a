package kz.sheshim.adapter.http.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.sheshim.verdict.ValueTexts;

/**
 * A picture of what became of outcomes: on the left what they were, on the right what they would be, and a band for each pair as thick as its number.
 *
 * @param bands the pairs, the largest first
 * @param height of the picture, in its own units; it is {@value #WIDTH} wide
 */
public record Flow(List<Band> bands, List<Node> left, List<Node> right, int height) {
    static final int WIDTH = 640;

    private static final int BAR = 14;
    private static final int LONGEST = 34;
    private static final int FULL = 200;
    private static final int GAP = 22;
    private static final double LEAST = 2;

    /** One pair. @param path the outline, for SVG @param kind a number from 0 to 5, by the outcome that it comes from */
    public record Band(String before, String after, long number, String path, int kind) {}

    /** One outcome on one side. @param name so short that two fit beside each other */
    public record Node(String name, long number, String y, String height, int kind) {}

    /** A pair of outcomes and how often it occurs. */
    public record Pair(String before, String after, long number) {}

    static Flow of(List<Pair> pairs) {
        List<Pair> sorted = pairs.stream()
                .sorted((a, b) -> Long.compare(b.number(), a.number()))
                .toList();
        long all = Math.max(1, sorted.stream().mapToLong(Pair::number).sum());
        Map<String, Long> before = new LinkedHashMap<>();
        Map<String, Long> after = new LinkedHashMap<>();
        sorted.forEach(pair -> before.merge(pair.before(), pair.number(), Long::sum));
        sorted.forEach(pair -> after.merge(pair.after(), pair.number(), Long::sum));
        List<String> kinds = new ArrayList<>(before.keySet());
        after.keySet().stream().filter(name -> !kinds.contains(name)).forEach(kinds::add);
        Map<String, Double> leftY = new LinkedHashMap<>();
        Map<String, Double> rightY = new LinkedHashMap<>();
        List<Node> left = nodes(before, all, kinds, leftY);
        List<Node> right = nodes(after, all, kinds, rightY);
        List<Band> bands = new ArrayList<>();
        for (Pair pair : sorted) {
            double thick = thick(pair.number(), all);
            double from = leftY.merge(pair.before(), thick, Double::sum) - thick;
            double to = rightY.merge(pair.after(), thick, Double::sum) - thick;
            bands.add(new Band(
                    pair.before(),
                    pair.after(),
                    pair.number(),
                    path(from, to, thick),
                    kinds.indexOf(pair.before()) % 6));
        }
        int height = FULL + GAP * Math.max(before.size(), after.size()) + GAP;
        return new Flow(bands, left, right, height);
    }

    private static List<Node> nodes(
            Map<String, Long> numbers, long all, List<String> kinds, Map<String, Double> begin) {
        List<Node> nodes = new ArrayList<>();
        double y = GAP;
        for (Map.Entry<String, Long> each : numbers.entrySet()) {
            double height = thick(each.getValue(), all);
            begin.put(each.getKey(), y);
            nodes.add(new Node(
                    ValueTexts.shortened(each.getKey(), LONGEST),
                    each.getValue(),
                    number(y),
                    number(height),
                    kinds.indexOf(each.getKey()) % 6));
            y += height + GAP;
        }
        return nodes;
    }

    private static double thick(long number, long all) {
        return Math.max(LEAST, FULL * (double) number / all);
    }

    private static String path(double from, double to, double thick) {
        int x1 = BAR;
        int x2 = WIDTH - BAR;
        int middle = (x1 + x2) / 2;
        return "M" + x1 + " " + number(from) + "C" + middle + " " + number(from) + " " + middle + " " + number(to) + " "
                + x2 + " " + number(to) + "V" + number(to + thick) + "C" + middle + " " + number(to + thick) + " "
                + middle + " " + number(from + thick) + " " + x1 + " " + number(from + thick) + "Z";
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
