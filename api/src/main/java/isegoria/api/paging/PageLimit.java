package isegoria.api.paging;

import org.jspecify.annotations.Nullable;

/** How many entries a list gives when not asked, and at most. */
public record PageLimit(int usual, int max) {

  public static final PageLimit POSTS = new PageLimit(20, 40);
  public static final PageLimit ACCOUNTS = new PageLimit(40, 80);
  public static final PageLimit NOTIFICATIONS = new PageLimit(40, 80);
  public static final PageLimit SEARCH = new PageLimit(20, 40);
  public static final PageLimit CONVERSATIONS = new PageLimit(20, 40);
  public static final PageLimit FOLLOWED_TAGS = new PageLimit(100, 200);
  public static final PageLimit TRENDS = new PageLimit(10, 20);

  /** Absent or not a number: the usual; a minus sign is ignored; too many: the maximum. */
  public int of(@Nullable String asked) {
    if (asked == null || !asked.matches("[+-]?[0-9]{1,18}")) {
      return usual;
    }
    return (int) Math.min(Math.abs(Long.parseLong(asked)), max);
  }
}
