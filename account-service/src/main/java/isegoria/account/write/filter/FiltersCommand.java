package isegoria.account.write.filter;

import isegoria.eventsourcing.StoredName;
import java.util.List;

/** What may be asked of the filters of an account. */
public sealed interface FiltersCommand {

  @StoredName("CreateFilter")
  record Create(long id, FilterSettings settings, List<Keyword> keywords)
      implements FiltersCommand {
    public Create {
      keywords = List.copyOf(keywords);
    }
  }

  /** All of it holds, or none. */
  @StoredName("ChangeFilter")
  record Change(long id, FilterChange change, List<KeywordEdit> keywords)
      implements FiltersCommand {
    public Change {
      keywords = List.copyOf(keywords);
    }
  }

  @StoredName("DeleteFilter")
  record Delete(long id) implements FiltersCommand {}

  @StoredName("AddPost")
  record AddPost(long id, FilteredPost post) implements FiltersCommand {}

  @StoredName("RemovePost")
  record RemovePost(long entry) implements FiltersCommand {}

  /** Their account is erased. */
  @StoredName("EraseFilters")
  record Erase() implements FiltersCommand {}
}
