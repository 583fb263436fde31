package isegoria.moderation.read.account;

import isegoria.events.AccountId;
import isegoria.moderation.write.Authority;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account as account-service last published it. */
public record Profile(
    AccountId id,
    String username,
    String displayName,
    String note,
    List<Row> rows,
    String avatar,
    String header,
    boolean locked,
    boolean bot,
    @Nullable Boolean discoverable,
    boolean indexable,
    @Nullable Boolean hideCollections,
    Authority authority,
    Instant createdAt) {

  /** One row of the profile's own table. */
  public record Row(String name, String value) {}

  public Profile {
    rows = List.copyOf(rows);
  }
}
