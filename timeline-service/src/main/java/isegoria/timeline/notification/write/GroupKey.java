package isegoria.timeline.notification.write;

import java.util.OptionalLong;

/** The keys of groups, as clients see them. */
public final class GroupKey {

  private static final String UNGROUPED = "ungrouped-";

  private GroupKey() {}

  /** Of a notification that shares its key with no other. */
  public static String ofOne(long id) {
    return UNGROUPED + id;
  }

  /** The only member of the group; empty for a key that others may share. */
  public static OptionalLong onlyMember(String key) {
    return key.startsWith(UNGROUPED) ? number(key) : OptionalLong.empty();
  }

  /** The hour of the first member, counted from 1970; empty for what is no key of a group. */
  public static OptionalLong hour(String key) {
    return key.startsWith(UNGROUPED) ? OptionalLong.empty() : number(key);
  }

  private static OptionalLong number(String key) {
    String digits = key.substring(key.lastIndexOf('-') + 1);
    return digits.matches("[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }
}
