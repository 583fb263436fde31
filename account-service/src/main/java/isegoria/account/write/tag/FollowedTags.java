package isegoria.account.write.tag;

import isegoria.events.AccountId;
import isegoria.events.Partitioning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tags that one account follows.
 *
 * @param tags newest follow first
 */
public record FollowedTags(List<FollowedTag> tags) {

  /** Tags that one account may follow: its list is one row, and its home asks for each of them. */
  public static final int TAGS_MAX = 400;

  static final FollowedTags NONE = new FollowedTags(List.of());

  public FollowedTags {
    tags = List.copyOf(tags);
  }

  /**
   * One tag.
   *
   * @param name in lower case, without the sign
   * @param id of the follow: what pages of the list lead on by
   */
  public record FollowedTag(String name, long id) {}

  /** The key of an account's tags. */
  public static String key(AccountId account) {
    return Partitioning.key(account.toString(), "followed-tags");
  }

  public Optional<FollowedTag> find(String name) {
    return tags.stream().filter(tag -> tag.name().equals(name)).findAny();
  }

  boolean isFull() {
    return tags.size() >= TAGS_MAX;
  }

  FollowedTags with(FollowedTag tag) {
    List<FollowedTag> more = new ArrayList<>(tags);
    more.addFirst(tag);
    return new FollowedTags(more);
  }

  FollowedTags without(String name) {
    return new FollowedTags(tags.stream().filter(tag -> !tag.name().equals(name)).toList());
  }
}
