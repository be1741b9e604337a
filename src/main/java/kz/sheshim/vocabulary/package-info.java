/**
 * What applications may submit: entities, fields, types, code lists and their labels; expressions over fields; and texts in any language, with what helps
 * to find the word that somebody meant. May depend on its line of the map in the README, and on those under it.
 */
@NullMarked
package kz.sheshim.vocabulary;

import org.jspecify.annotations.NullMarked;
