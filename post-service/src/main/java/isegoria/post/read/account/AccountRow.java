package isegoria.post.read.account;

import isegoria.events.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account as posts show it. */
public record AccountRow(
    AccountId id,
    String username,
    String displayName,
    String note,
    List<FieldRow> fields,
    String avatar,
    String header,
    boolean locked,
    boolean bot,
    @Nullable Boolean discoverable,
    boolean indexable,
    @Nullable Boolean hideCollections,
    Instant createdAt) {

  public AccountRow {
    fields = List.copyOf(fields);
  }

  /** One row of the profile's table. */
  public record FieldRow(String name, String value) {}
}
