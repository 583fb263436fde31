package isegoria.timeline.notification.read;

import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongMaps;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;

/** The markers of all accounts, in memory: some 24 bytes for each that has one. */
public final class ReadMarkers implements ReadMarker {

  private final Long2LongMap byAccount = Long2LongMaps.synchronize(new Long2LongOpenHashMap());

  /**
   * How far an account has read now.
   *
   * @param id 0: nothing is known
   */
  public void set(long accountId, long id) {
    if (id == 0) {
      byAccount.remove(accountId);
    } else {
      byAccount.put(accountId, id);
    }
  }

  @Override
  public long of(long owner) {
    return byAccount.get(owner);
  }
}
