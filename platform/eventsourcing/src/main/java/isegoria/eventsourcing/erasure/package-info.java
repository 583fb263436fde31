/**
 * The erasure of one owner: a marker that refuses the owner's commands, and steps that end each
 * aggregate. Pure; the decider reads the store for it. Start reading at {@link
 * isegoria.eventsourcing.erasure.ErasureDecider}.
 */
@NullMarked
package isegoria.eventsourcing.erasure;

import org.jspecify.annotations.NullMarked;
