package isegoria.timeline.memory;

import isegoria.timeline.read.feed.Restrictions;
import isegoria.timeline.read.sanction.Sanction;
import isegoria.timeline.read.sanction.Sanction.Kind;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every sanction in force. They change rarely, so each change rebuilds the tables and readers never
 * wait; the sanctions at the start are put in at once.
 */
public final class SanctionIndex implements Restrictions {

  private record Tables(
      Long2ObjectOpenHashMap<List<Sanction>> byAccount,
      Long2ObjectOpenHashMap<List<Sanction>> byPost) {}

  private final InstantSource clock;
  private final Map<String, Sanction> byId = new HashMap<>();
  private volatile Tables tables =
      new Tables(new Long2ObjectOpenHashMap<>(), new Long2ObjectOpenHashMap<>());

  public SanctionIndex(InstantSource clock) {
    this.clock = clock;
  }

  /** Null lifts the sanction. */
  public void put(String sanctionId, @Nullable Sanction sanction) {
    putAll(Collections.singletonMap(sanctionId, sanction));
  }

  /** The same for many at once: the tables are rebuilt once. */
  public synchronized void putAll(Map<String, @Nullable Sanction> sanctions) {
    sanctions.forEach((sanctionId, sanction) -> {
      if (sanction == null) {
        byId.remove(sanctionId);
      } else {
        byId.put(sanctionId, sanction);
      }
    });
    var next = new Tables(new Long2ObjectOpenHashMap<>(), new Long2ObjectOpenHashMap<>());
    for (Sanction each : byId.values()) {
      if (each.kind() == Kind.REMOVE_POST) {
        next.byPost().computeIfAbsent(each.postId(), _ -> new ArrayList<>()).add(each);
      } else {
        next.byAccount().computeIfAbsent(each.accountId(), _ -> new ArrayList<>()).add(each);
      }
    }
    tables = next;
  }

  @Override
  public boolean isSuspended(long accountId) {
    return isInForce(tables.byAccount().get(accountId), Kind.SUSPEND);
  }

  @Override
  public boolean isLimited(long accountId) {
    return isInForce(tables.byAccount().get(accountId), Kind.LIMIT);
  }

  @Override
  public boolean isRemoved(long postId, long authorId) {
    List<Sanction> sanctions = tables.byPost().get(postId);
    return sanctions != null
        && isInForce(
            sanctions.stream().filter(each -> each.accountId() == authorId).toList(),
            Kind.REMOVE_POST);
  }

  private boolean isInForce(@Nullable List<Sanction> sanctions, Kind kind) {
    if (sanctions == null) {
      return false;
    }
    for (Sanction sanction : sanctions) {
      if (sanction.kind() == kind && sanction.isInForce(clock.instant())) {
        return true;
      }
    }
    return false;
  }
}
