package kz.sheshim.adapter.http.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Bars for days, one part for each outcome or code, in the units of an SVG picture. */
public record DayChart(
        int width,
        int height,
        int left,
        int base,
        List<Bar> bars,
        List<Mark> marks,
        List<Tick> ticks,
        List<Label> labels) {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 260;
    private static final int LEFT = 56;
    private static final int BASE = 230;
    private static final int TOP = 12;
    private static final int TICKS = 4;
    private static final int LABELS = 6;
    private static final double HALF_LABEL = 42;

    /** A part of a bar. */
    public record Bar(int x, int y, int width, int height, String style, String title) {}

    /** A moment on the axis of time. */
    public record Mark(int x, String title) {}

    /** A line of the grid. */
    public record Tick(int y, long number) {
        public int textY() {
            return y + 4;
        }
    }

    /** A day on the axis of time. */
    public record Label(int x, String text) {}

    public int textEnd() {
        return left - 6;
    }

    public int textBase() {
        return base + 20;
    }

    /** Says what a part of a bar stands for. */
    interface Titles {
        String of(Numbers.Share part, LocalDate day, long decisions);

        String published(LocalDate day, String revision);
    }

    static DayChart of(List<Numbers.Share> parts, List<Numbers.Row> rows, Titles titles) {
        long most = Math.max(
                1,
                rows.stream()
                        .mapToLong(row ->
                                row.counts().stream().mapToLong(Long::longValue).sum())
                        .max()
                        .orElse(0));
        long step = step(most);
        long top = (most + step - 1) / step * step;
        double slot = (double) (WIDTH - LEFT) / Math.max(1, rows.size());
        List<Bar> bars = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        int every = Math.max(1, (rows.size() + LABELS - 1) / LABELS);
        for (int i = 0; i < rows.size(); i++) {
            Numbers.Row row = rows.get(i);
            int x = (int) Math.round(LEFT + i * slot);
            long sum = 0;
            for (int part = 0; part < row.counts().size(); part++) {
                long decisions = row.counts().get(part);
                if (decisions > 0) {
                    int lower = y(sum, top);
                    sum += decisions;
                    int upper = Math.min(y(sum, top), lower - 1);
                    bars.add(new Bar(
                            x + 1,
                            upper,
                            Math.max(1, (int) slot - 2),
                            lower - upper,
                            parts.get(part).style(),
                            titles.of(parts.get(part), row.day(), decisions)));
                }
            }
            for (String revision : row.publications()) {
                marks.add(new Mark(x, titles.published(row.day(), revision)));
            }
            if ((rows.size() - 1 - i) % every == 0) {
                labels.add(new Label(
                        (int) Math.min(x + slot / 2, WIDTH - HALF_LABEL),
                        row.day().toString()));
            }
        }
        List<Tick> ticks = new ArrayList<>();
        for (long value = 0; value <= top; value += step) {
            ticks.add(new Tick(y(value, top), value));
        }
        return new DayChart(WIDTH, HEIGHT, LEFT, BASE, bars, marks, ticks, labels);
    }

    /** A round number (1, 2 or 5 with noughts) that leaves few lines. */
    private static long step(long most) {
        long step = 1;
        for (int i = 0; most / step > TICKS; i++) {
            step = i % 3 == 1 ? step / 2 * 5 : step * 2;
        }
        return step;
    }

    private static int y(long value, long top) {
        return (int) Math.round(BASE - (double) value / top * (BASE - TOP));
    }
}
