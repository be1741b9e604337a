/**
 * Policies in memory: the one in force, and earlier revisions; the check of a policy before it is used. Plain Java; depends on {@code
 * policy.reading}, {@code engine}, {@code analysis} and {@code scenario}.
 */
@NullMarked
package kz.sheshim.publication;

import org.jspecify.annotations.NullMarked;
