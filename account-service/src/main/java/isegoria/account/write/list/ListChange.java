package isegoria.account.write.list;

import org.jspecify.annotations.Nullable;

/** What becomes different about a list; null stays as it is. */
public record ListChange(
    @Nullable String title, @Nullable RepliesPolicy replies, @Nullable Boolean exclusive) {

  ListSettings of(ListSettings before) {
    return new ListSettings(
        title == null ? before.title() : title,
        replies == null ? before.replies() : replies,
        exclusive == null ? before.exclusive() : exclusive);
  }
}
