package isegoria.post.read.account;

import isegoria.post.write.Visibility;
import org.jspecify.annotations.Nullable;

/** What a post is unless its author says otherwise. */
public record PostingDefaults(Visibility visibility, boolean sensitive, @Nullable String language) {

  public static final PostingDefaults USUAL = new PostingDefaults(Visibility.PUBLIC, false, null);
}
