/**
 * Relationships as they are seen: the pair in one row, and the lists of followers, follows,
 * requests, blocks and mutes.
 */
@NullMarked
package isegoria.account.read.relationship;

import org.jspecify.annotations.NullMarked;
