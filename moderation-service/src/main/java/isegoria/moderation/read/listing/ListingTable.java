package isegoria.moderation.read.listing;

import java.util.Iterator;
import java.util.concurrent.CompletionStage;

/**
 * Which ids are in a scope. An id is never taken out: what it named may be gone when it is read.
 */
public interface ListingTable {

  CompletionStage<?> add(Scope scope, long id, long recordedMicros);

  /** The ids within the cut, read as they are asked for: newest first, or oldest first. */
  Iterator<Long> walk(Scope scope, IdRange cut);
}
