/**
 * Streams applications that fold topics into other topics, apart from the decider. Start reading at
 * {@link isegoria.eventsourcing.fold.FoldApp}.
 */
@NullMarked
package isegoria.eventsourcing.fold;

import org.jspecify.annotations.NullMarked;
