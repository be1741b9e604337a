/**
 * How law comes into force and leaves it: drafts and their versions, the dossier that shows the effect of a draft, the steps of two persons,
 * publications and the decisions that retroactive law affects. Also policies in memory: the one in force, the next one, and earlier revisions. May depend
 * on its line of the map in the README, and on those under it.
 */
@NullMarked
package kz.sheshim.publication;

import org.jspecify.annotations.NullMarked;
