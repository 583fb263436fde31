package isegoria.api.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as its owner last left it, words included: the one input of every rendering.
 *
 * @param avatar a path on this server or an address; empty without one
 * @param header as {@code avatar}
 * @param role the word of {@link isegoria.api.entity.Role#named}
 */
public record AccountProfile(
    long id,
    String username,
    String displayName,
    String note,
    List<Field> fields,
    String avatar,
    String header,
    boolean locked,
    boolean bot,
    @Nullable Boolean discoverable,
    boolean indexable,
    @Nullable Boolean hideCollections,
    String role,
    Instant createdAt) {

  /** One row of the profile's table, as typed. */
  public record Field(String name, String value) {}

  public AccountProfile {
    fields = List.copyOf(fields);
  }
}
