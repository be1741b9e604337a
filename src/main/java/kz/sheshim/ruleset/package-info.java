/** What was published: the tables, texts, calendar and rule files of one revision, and how they are read from files. Plain Java. */
@NullMarked
package kz.sheshim.ruleset;

import org.jspecify.annotations.NullMarked;
