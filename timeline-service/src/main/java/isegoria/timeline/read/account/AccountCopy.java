package isegoria.timeline.read.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account as it is now, words included, for showing it beside its posts. */
public record AccountCopy(
    long id,
    String username,
    String displayName,
    String note,
    List<Row> fields,
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
  public record Row(String name, String value) {}

  public AccountCopy {
    fields = List.copyOf(fields);
  }
}
