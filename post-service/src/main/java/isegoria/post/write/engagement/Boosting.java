package isegoria.post.write.engagement;

import isegoria.post.write.Visibility;

/** A boost: its mark and whom it is shown to. */
public record Boosting(Mark mark, Visibility visibility) {}
