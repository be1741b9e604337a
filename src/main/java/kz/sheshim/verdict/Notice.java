package kz.sheshim.verdict;

import org.jspecify.annotations.Nullable;

/** Help for the reader of a verdict, without effect on the outcome. */
public record Notice(String code, @Nullable String subject) {}
