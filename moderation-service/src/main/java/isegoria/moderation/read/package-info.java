/**
 * What can be seen of moderation: facts to views, and the tables as interfaces. Pure; no CQL here.
 */
@NullMarked
package isegoria.moderation.read;

import org.jspecify.annotations.NullMarked;
