package kz.sheshim.log;

import kz.sheshim.access.Submitter;

/**
 * An order of an officer about a case file: to erase it, or to hold it.
 *
 * @param basis the code of the legal basis
 * @param reason why, in the officer's words; empty: not said. No entry of the log says it
 * @param officer who ordered it; no entry of the log says it
 */
public record Order(String basis, String reason, Submitter officer) {}
