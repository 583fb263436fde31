package isegoria.post.http;

import isegoria.api.entity.Account;
import isegoria.api.entity.StatusEdit;
import isegoria.api.entity.StatusSource;
import isegoria.edge.ApiException;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.read.post.PostRow;
import isegoria.post.read.post.PostRow.RevisionRow;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a post said before, and the words as typed. */
@RestController
class Histories {

  private final PostVisibility postVisibility;
  private final PostViews views;
  private final AccountViews accounts;

  Histories(PostVisibility postVisibility, PostViews views, AccountViews accounts) {
    this.postVisibility = postVisibility;
    this.views = views;
    this.accounts = accounts;
  }

  /** Oldest first; the last is what it says now. */
  @GetMapping("/api/v1/statuses/{id}/history")
  List<StatusEdit> getHistory(@PathVariable PostId id, Viewer viewer) {
    AccountId reader = viewer.optional("read:statuses");
    PostRow post = postVisibility.require(id, reader);
    Account author = accounts.of(List.of(post.author())).get(post.author());
    if (author == null) {
      throw ApiException.notFound();
    }
    var all = new ArrayList<>(post.revisions());
    all.add(new RevisionRow(post.text(), post.spoilerText(), post.sensitive(), post.wordsSince()));
    return all.stream().map(revision -> edit(revision, post, author)).toList();
  }

  private StatusEdit edit(RevisionRow revision, PostRow post, Account author) {
    return new StatusEdit(
        views.html(revision.text(), post),
        revision.spoilerText(),
        revision.sensitive(),
        revision.createdAt(),
        author,
        null,
        List.of(),
        List.of(),
        null);
  }

  @GetMapping("/api/v1/statuses/{id}/source")
  StatusSource getSource(@PathVariable PostId id, Viewer viewer) {
    viewer.requireScope("read:statuses");
    PostRow post = postVisibility.require(id, viewer.accountId());
    return new StatusSource(post.id().toString(), post.text(), post.spoilerText());
  }
}
