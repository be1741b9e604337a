/** What people and systems come for: a decision, an assessment, a replay; and the rulesets that are loaded for it. Plain Java. */
@NullMarked
package kz.sheshim.casework;

import org.jspecify.annotations.NullMarked;
