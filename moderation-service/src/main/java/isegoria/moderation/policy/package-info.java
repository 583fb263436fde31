/** Whenever a fact, then a command: what follows by itself in moderation. Pure. */
@NullMarked
package isegoria.moderation.policy;

import org.jspecify.annotations.NullMarked;
