package isegoria.tests.once;

import isegoria.events.Topic;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;
import isegoria.eventsourcing.DueRule;
import isegoria.eventsourcing.OnErasure;
import isegoria.eventsourcing.Policy;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Publisher;
import isegoria.eventsourcing.Recorded;
import isegoria.eventsourcing.kafka.ServiceTopics;
import isegoria.tests.once.LogCommand.Append;
import isegoria.tests.once.LogEvent.Appended;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rules of a log, and the topics of the service that keeps logs. */
public final class Appending {

  static final int PARTITIONS = 6;

  private static final String SERVICE = "appending";

  /** One record per appended line; its value is the id of the command that appended it. */
  static final Topic LINES = topic("events.v1", 0);

  /** The last line of each log; every decision has two publications, as most real ones do. */
  static final Topic LOGS = topic("states.v1", 0);

  static final ServiceTopics TOPICS =
      new ServiceTopics(
          SERVICE,
          topic("commands.v1", 0),
          topic("commands.v1.dead", 0),
          topic("outcomes.v1", 0),
          topic("replies.v1", 16),
          topic("progress.v1", 0),
          List.of(LINES, LOGS));

  /** The consumer group of the deciders, as the runtime names it. */
  static final String DECIDER_GROUP = SERVICE + "-decider";

  static final Decider<LogCommand, Log, LogEvent, LogRejection> LOG =
      new Decider<>(Log.EMPTY, Appending::decide, Appending::evolve);

  private Appending() {}

  static Decision<LogEvent, LogRejection> decide(Log log, LogCommand command) {
    return switch (command) {
      case Append(String line) when line.isEmpty() -> Decision.reject(new LogRejection.EmptyLine());
      case Append(String line) -> Decision.accept(new Appended(line));
    };
  }

  static Log evolve(Log log, LogEvent event) {
    return switch (event) {
      case Appended(String line) -> new Log(log.lines() + 1, line);
    };
  }

  static AggregateType<LogCommand, Log, LogEvent, LogRejection> family(
      Publisher<Log, LogEvent> publisher) {
    return new AggregateType<>(
        "log",
        LOG,
        LogCommand.class,
        Log.class,
        LogEvent.class,
        LogRejection.class,
        publisher,
        DueRule.nothing(),
        Policy.none(),
        OnErasure.keep());
  }

  static List<Publication> publish(Recorded<Log, LogEvent> recorded) {
    byte[] id = recorded.commandId().getBytes(StandardCharsets.UTF_8);
    return List.of(
        new Publication(LINES, recorded.key(), "appended", id),
        new Publication(LOGS, recorded.key(), "log", id));
  }

  static List<Topic> allTopics() {
    var all = new ArrayList<>(TOPICS.published());
    all.add(TOPICS.commands());
    all.add(TOPICS.deadLetters());
    all.add(TOPICS.outcomes());
    all.add(TOPICS.replies());
    all.add(TOPICS.progress());
    return all;
  }

  private static Topic topic(String kind, int fixedPartitions) {
    return new Topic(
        SERVICE + "." + kind,
        SERVICE,
        Topic.Access.INTERNAL,
        Topic.Cleanup.DELETE,
        1,
        fixedPartitions,
        null);
  }
}
