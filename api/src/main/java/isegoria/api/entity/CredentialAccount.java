package isegoria.api.entity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One's own account: the account's keys, and beside them what only its owner sees. */
@SnakeCase
public record CredentialAccount(@JsonUnwrapped Account account, Source source, Role role) {

  /** What was written, unrendered, and the defaults for posting. */
  @SnakeCase
  public record Source(
      List<String> attributionDomains,
      String note,
      List<Field> fields,
      Visibility privacy,
      boolean sensitive,
      String language,
      long followRequestsCount,
      @Nullable Boolean hideCollections,
      @Nullable Boolean discoverable,
      boolean indexable,
      String quotePolicy) {}
}
