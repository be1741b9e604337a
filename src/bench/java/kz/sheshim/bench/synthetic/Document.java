package kz.sheshim.bench.synthetic;

import java.time.LocalDate;

/** A document that the applicant brings. */
public record Document(DocumentKind kind, LocalDate validUntil, boolean notarised, boolean translated) {}
