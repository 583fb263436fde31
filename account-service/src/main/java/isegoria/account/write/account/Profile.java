package isegoria.account.write.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account says about itself and how it wants to be met: whole, as it stands after an edit.
 *
 * @param avatar path of the picture, or empty
 * @param discoverable whether it wants to be found; null: it did not say
 */
public record Profile(
    String displayName,
    String note,
    List<ProfileField> fields,
    String avatar,
    String header,
    boolean locked,
    boolean bot,
    @Nullable Boolean discoverable,
    boolean indexable,
    @Nullable Boolean hideCollections) {

  public Profile {
    fields = List.copyOf(fields);
  }

  /** What a new account starts with. */
  public static Profile named(String displayName, String note) {
    return new Profile(displayName, note, List.of(), "", "", false, false, null, false, null);
  }
}
