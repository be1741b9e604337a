package kz.sheshim.vocabulary;

/**
 * A part of an application: a JSON object that occurs once, or a list of them.
 *
 * @param type its name in rules/*.drl
 * @param submitted part of what a submitter sends; otherwise the service makes it (the verdict and its grounds)
 */
public record Entity(String name, String type, boolean many, boolean submitted, Label label) {}
