package kz.sheshim.log;

/**
 * What a case file is found by in place of a personal text.
 *
 * @param number 64 bits of an HMAC
 */
public record SearchTerm(long number) {}
