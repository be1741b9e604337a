package kz.sheshim.ruleset;

import kz.sheshim.facts.FieldPath;
import kz.sheshim.facts.Label;

/**
 * What a ruleset is about.
 *
 * @param datedBy the date field that the rules' periods are compared with
 * @param reference the text field with the sender's own number
 */
public record Policy(String id, Label title, FieldPath datedBy, FieldPath reference) {}
