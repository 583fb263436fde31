package isegoria.timeline.feed.read.shared;

import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.Restrictions;
import isegoria.timeline.feed.read.Visibility;
import isegoria.timeline.feed.read.post.PostRow;
import java.util.HashSet;
import java.util.Set;

/**
 * What a shared feed shows of the posts whose ids it holds: an edit may have taken a tag away, and
 * who is limited is shown to followers only.
 *
 * @param anyOf at least one of these tags; empty: no matter
 */
public record SharedRules(
    Set<String> anyOf, Set<String> allOf, Set<String> noneOf, boolean onlyMedia) {

  public SharedRules {
    anyOf = Set.copyOf(anyOf);
    allOf = Set.copyOf(allOf);
    noneOf = Set.copyOf(noneOf);
  }

  public boolean isShown(PostRow post, Reader reader, Restrictions in) {
    boolean isOwn = post.authorId() == reader.id();
    return post.visibility() == Visibility.PUBLIC
        && (isOwn || !in.isLimited(post.authorId()))
        && !reader.hides(post.authorId())
        && (!onlyMedia || post.mediaCount() > 0)
        && isTagged(new HashSet<>(post.tags()));
  }

  private boolean isTagged(Set<String> tags) {
    return (anyOf.isEmpty() || anyOf.stream().anyMatch(tags::contains))
        && tags.containsAll(allOf)
        && noneOf.stream().noneMatch(tags::contains);
  }
}
