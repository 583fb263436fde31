package isegoria.eventsourcing.kafka;

import isegoria.events.Topic;
import java.util.List;

/**
 * The topics of one deciding service.
 *
 * @param published the topics of the contract that its decisions may write
 */
public record ServiceTopics(
    String service,
    Topic commands,
    Topic deadLetters,
    Topic outcomes,
    Topic replies,
    Topic progress,
    List<Topic> published) {

  public ServiceTopics {
    published = List.copyOf(published);
  }
}
