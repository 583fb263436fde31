package isegoria.post.write.post;

import isegoria.events.AccountId;
import isegoria.events.PostId;

/** The post that is answered, and who wrote it. */
public record ReplyTo(PostId post, AccountId author) {}
