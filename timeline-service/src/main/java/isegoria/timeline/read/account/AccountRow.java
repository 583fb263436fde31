package isegoria.timeline.read.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account as it is now, words included, for showing it beside its posts. */
public record AccountRow(
    long id,
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
    String role,
    Instant createdAt) {

  /** One row of the profile's table. */
  public record FieldRow(String name, String value) {}

  public AccountRow {
    fields = List.copyOf(fields);
  }
}
