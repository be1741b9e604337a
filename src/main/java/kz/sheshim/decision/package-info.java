/** The verdict and how it is found: the examination of an application stage by stage, three-valued, over whatever matches rules. Plain Java. */
@NullMarked
package kz.sheshim.decision;

import org.jspecify.annotations.NullMarked;
