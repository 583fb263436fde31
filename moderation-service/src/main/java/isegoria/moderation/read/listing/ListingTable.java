package isegoria.moderation.read.listing;

import isegoria.api.paging.Page;
import java.util.Iterator;
import java.util.concurrent.CompletionStage;

/**
 * Which ids are in a scope. An id is never taken out: what it named may be gone when it is read.
 */
public interface ListingTable {

  CompletionStage<?> add(Scope scope, long id, long recordedMicros);

  /** The ids within the page, read as they are asked for: newest first, or oldest first. */
  Iterator<Long> walk(Scope scope, Page page);
}
