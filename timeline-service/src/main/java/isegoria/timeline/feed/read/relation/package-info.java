/**
 * Who follows, blocks and mutes whom, as far as feeds ask. Start reading at {@link
 * isegoria.timeline.feed.read.relation.Relation}.
 */
@NullMarked
package isegoria.timeline.feed.read.relation;

import org.jspecify.annotations.NullMarked;
