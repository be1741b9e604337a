package kz.sheshim.verdict;

import kz.sheshim.table.Citation;
import kz.sheshim.table.RuleId;
import org.jspecify.annotations.Nullable;

/** A reason for the outcome: its code, its effect, what it is about (if anything), the rule that brought it and the law behind. */
public record Ground(String code, String effect, @Nullable String subject, RuleId rule, Citation citation) {}
