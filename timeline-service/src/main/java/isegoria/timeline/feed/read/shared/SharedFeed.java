package isegoria.timeline.feed.read.shared;

import isegoria.timeline.feed.read.Visibility;
import isegoria.timeline.feed.read.post.PostRow;
import java.util.ArrayList;
import java.util.List;

/** The name of a feed that everybody shares, and which posts belong into which. */
public record SharedFeed(String name) {

  public static final SharedFeed PUBLIC = new SharedFeed("public");

  /** The feed of a tag, given in lower case and without the sign. */
  public static SharedFeed ofTag(String tag) {
    return new SharedFeed("#" + tag);
  }

  /**
   * Every shared feed of a post. Replies to others stay out of the public feed, where they make no
   * sense by themselves, and are found under their tags.
   */
  public static List<SharedFeed> of(PostRow post) {
    if (post.visibility() != Visibility.PUBLIC) {
      return List.of();
    }
    var feeds = new ArrayList<SharedFeed>();
    if (!post.entry().isReplyToOther()) {
      feeds.add(PUBLIC);
    }
    for (String tag : post.tags()) {
      feeds.add(ofTag(tag));
    }
    return feeds;
  }
}
