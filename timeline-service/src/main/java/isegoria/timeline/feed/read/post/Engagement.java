package isegoria.timeline.feed.read.post;

/** What one account did with one post. */
public record Engagement(boolean favourited, boolean boosted, boolean bookmarked, boolean muted) {

  public static final Engagement NONE = new Engagement(false, false, false, false);
}
