package isegoria.post.write.pins;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.eventsourcing.StoredName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an author keeps on top. */
public sealed interface Pins {

  /** Nothing was ever pinned. */
  @StoredName("NothingPinned")
  record NothingPinned() implements Pins {}

  /** These are, newest pin first; perhaps none any more. */
  @StoredName("Pinned")
  record Pinned(AccountId author, List<PinnedPost> posts) implements Pins {

    /** Pins of one author: what fits above the posts, and what other servers of this API allow. */
    public static final int POSTS_MAX = 5;

    public Pinned {
      posts = List.copyOf(posts);
    }

    Optional<PinnedPost> find(PostId post) {
      return posts.stream().filter(pinned -> pinned.post().equals(post)).findFirst();
    }

    boolean isFull() {
      return posts.size() >= POSTS_MAX;
    }

    Pinned with(PinnedPost first) {
      var next = new ArrayList<PinnedPost>();
      next.add(first);
      next.addAll(posts);
      return new Pinned(author, next);
    }

    Pinned without(PostId post) {
      return new Pinned(
          author, posts.stream().filter(pinned -> !pinned.post().equals(post)).toList());
    }
  }
}
