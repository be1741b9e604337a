package kz.sheshim.log;

/**
 * What a case file is found by in place of a personal text.
 *
 * @param hex 16 bytes
 */
public record SearchTerm(String hex) {}
