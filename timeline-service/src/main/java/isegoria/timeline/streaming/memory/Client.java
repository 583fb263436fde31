package isegoria.timeline.streaming.memory;

import isegoria.timeline.streaming.read.Channel;
import java.util.Set;

/**
 * Who opened a stream.
 *
 * @param scopes those that streams ask for and that the token holds
 */
public record Client(long account, Set<String> scopes) {

  /** What a client that was told of the end has to read that and go; nothing else waits for it. */
  static final int CLOSING_SECONDS_MAX = 30;

  public Client {
    scopes = Set.copyOf(scopes);
  }

  boolean readsNotifications() {
    return scopes.contains(Channel.NOTIFICATIONS);
  }
}
