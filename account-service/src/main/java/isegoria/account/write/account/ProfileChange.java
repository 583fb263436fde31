package isegoria.account.write.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an edit changes: null leaves a part as it is.
 *
 * <p>It exists so that two edits of different parts, made at once, both hold.
 */
public record ProfileChange(
    @Nullable String displayName,
    @Nullable String note,
    @Nullable List<ProfileField> fields,
    @Nullable Boolean locked,
    @Nullable Boolean bot,
    @Nullable Boolean discoverable,
    @Nullable Boolean indexable,
    @Nullable Boolean hideCollections) {

  public static final ProfileChange NOTHING =
      new ProfileChange(null, null, null, null, null, null, null, null);

  public ProfileChange {
    fields = fields == null ? null : List.copyOf(fields);
  }

  public Profile appliedTo(Profile profile) {
    return new Profile(
        displayName == null ? profile.displayName() : displayName,
        note == null ? profile.note() : note,
        fields == null ? profile.fields() : fields,
        profile.avatar(),
        profile.header(),
        locked == null ? profile.locked() : locked,
        bot == null ? profile.bot() : bot,
        discoverable == null ? profile.discoverable() : discoverable,
        indexable == null ? profile.indexable() : indexable,
        hideCollections == null ? profile.hideCollections() : hideCollections);
  }
}
