package isegoria.account.write.marker;

import java.time.Instant;

/**
 * A place in one timeline.
 *
 * @param lastRead the id of a post or a notification
 * @param version how often the marker has moved
 */
public record Marker(long lastRead, long version, Instant at) {}
