/**
 * The pages for people. {@code …Pages} answer requests, message bundles hold its texts in the languages of the desk, all other classes prepare what a page shows; the pages themselves are Qute
 * templates. May use {@code http}, {@code http.edge} and {@code http.problem}.
 */
@NullMarked
package kz.sheshim.adapter.http.desk;

import org.jspecify.annotations.NullMarked;
