package isegoria.moderation.read.post;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Authors of posts and boosts that exist, by id: what a report's references are checked against.
 */
public interface AuthorTable {

  CompletionStage<?> put(PostId post, AccountId author, long recordedMicros);

  CompletionStage<?> remove(PostId post, long recordedMicros);

  @Nullable AccountId find(PostId post);
}
