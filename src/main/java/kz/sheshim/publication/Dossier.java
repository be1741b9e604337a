package kz.sheshim.publication;

import java.time.Instant;
import kz.sheshim.policy.Revision;

/**
 * What an approver must know of one version of a draft on one base: findings, scenarios, differences, and the effect on recorded decisions.
 *
 * @param maker the version of the service and its engine, which made it
 * @param errors number of findings that are errors; scenarios that fail are among them
 * @param content the whole as JSON
 */
public record Dossier(int version, Revision base, Instant madeAt, String maker, int errors, String content) {}
