package isegoria.timeline.home.read;

import org.jspecify.annotations.Nullable;

/** Where snapshots are kept, one per active reader. */
public interface HomeSnapshots {

  /** The reader's last snapshot, or null when there is none. */
  @Nullable HomeSnapshot of(long readerId);
}
