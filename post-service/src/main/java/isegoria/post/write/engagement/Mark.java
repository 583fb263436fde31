package isegoria.post.write.engagement;

import isegoria.events.PostId;
import java.time.Instant;

/**
 * One act that can be listed and taken back: a time-ordered identity, by which lists page and rows
 * are found again, and the moment. A boost's identity is the one it has in feeds.
 */
public record Mark(PostId id, Instant at) {}
