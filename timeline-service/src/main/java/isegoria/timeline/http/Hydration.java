package isegoria.timeline.http;

import isegoria.timeline.read.account.AccountCopy;
import isegoria.timeline.read.account.AccountCounts;
import isegoria.timeline.read.account.AccountTables;
import isegoria.timeline.read.feed.FeedEntry;
import isegoria.timeline.read.feed.Slot;
import isegoria.timeline.read.post.Engagement;
import isegoria.timeline.read.post.PostCopy;
import isegoria.timeline.read.post.PostCounts;
import isegoria.timeline.read.post.PostTables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** Second step of a page: loads everything its places show, one question per kind. */
final class Hydration {

  private final PostTables posts;
  private final AccountTables accounts;
  private final ExecutorService questions;

  Hydration(PostTables posts, AccountTables accounts, ExecutorService questions) {
    this.posts = posts;
    this.accounts = accounts;
    this.questions = questions;
  }

  Loaded load(List<Slot> slots, long readerId) {
    Set<Long> postIds = new HashSet<>();
    slots.forEach(slot -> postIds.add(slot.postId()));
    CompletableFuture<Map<Long, PostCounts>> counts = ask(() -> posts.counts(postIds));
    boolean isSignedIn = readerId != FeedEntry.NOBODY;
    CompletableFuture<Map<Long, Engagement>> engagements =
        ask(() -> isSignedIn ? posts.engagements(readerId, postIds) : Map.of());
    Map<Long, PostCopy> copies = posts.posts(postIds);
    Set<Long> people = new HashSet<>();
    copies.values().forEach(post -> people.add(post.authorId()));
    slots.stream().filter(Slot::isBoost).forEach(slot -> people.add(slot.boosterId()));
    CompletableFuture<Map<Long, AccountCopy>> authors = ask(() -> accounts.accounts(people));
    CompletableFuture<Map<Long, AccountCounts>> authorCounts = ask(() -> accounts.counts(people));
    Set<Long> pinned = people.contains(readerId) ? Set.copyOf(posts.pins(readerId)) : Set.of();
    return new Loaded(
        copies,
        answer(counts),
        answer(authors),
        answer(authorCounts),
        answer(engagements),
        pinned,
        new HashMap<>());
  }

  private <T> CompletableFuture<T> ask(Supplier<T> question) {
    return CompletableFuture.supplyAsync(question, questions);
  }

  private static <T> T answer(CompletableFuture<T> question) {
    try {
      return question.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }
}
