/**
 * Compiles a ruleset with Drools: the vocabulary becomes declared types; rows of one shape share a rule, and the values of each row are a fact (decision
 * record 1); rules/*.drl stand beside them. Runs the rules on the facts of one application. May depend on the core, and on no other adapter.
 */
@NullMarked
package kz.sheshim.adapter.drools;

import org.jspecify.annotations.NullMarked;
