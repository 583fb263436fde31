package isegoria.post.read.engagement;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.write.Visibility;
import java.time.Instant;

/** A boost as a post of its own: feeds and links name it by its own identity. */
public record BoostRow(
    PostId id, AccountId actor, PostId post, Visibility visibility, Instant createdAt) {}
