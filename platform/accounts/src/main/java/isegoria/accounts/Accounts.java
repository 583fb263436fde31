package isegoria.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads this service's copy of accounts. */
@FunctionalInterface
public interface Accounts {

  /** Those of the ids that are open, by id. */
  Map<Long, KnownAccount> find(Collection<Long> ids);

  /** The account, or null where none of this id is open. */
  default @Nullable KnownAccount find(long id) {
    return find(List.of(id)).get(id);
  }
}
