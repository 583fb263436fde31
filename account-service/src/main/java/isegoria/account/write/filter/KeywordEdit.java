package isegoria.account.write.filter;

import isegoria.eventsourcing.StoredName;
import org.jspecify.annotations.Nullable;

/** What becomes of one keyword when its filter is changed. */
public sealed interface KeywordEdit {

  @StoredName("AddKeyword")
  record Add(Keyword keyword) implements KeywordEdit {}

  /** Null stays as it is. */
  @StoredName("ReviseKeyword")
  record Revise(long id, @Nullable String text, @Nullable Boolean wholeWord)
      implements KeywordEdit {}

  @StoredName("RemoveKeyword")
  record Remove(long id) implements KeywordEdit {}
}
