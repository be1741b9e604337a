package kz.sheshim.bench.synthetic;

/** What table E concludes: where the application goes, and within how many days. */
public record Route(String queue, int term) {}
