/**
 * Compiles a ruleset with Drools: the vocabulary becomes declared types, every row a rule, together with rules/*.drl; and runs the rules on the facts of one
 * application.
 */
@NullMarked
package kz.sheshim.adapter.drools;

import org.jspecify.annotations.NullMarked;
