package isegoria.eventsourcing.decide;

import static isegoria.eventsourcing.Decision.accept;
import static isegoria.eventsourcing.Decision.reject;

import isegoria.events.Topics;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;
import isegoria.eventsourcing.Due;
import isegoria.eventsourcing.FollowUp;
import isegoria.eventsourcing.OnErasure;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Recorded;
import isegoria.eventsourcing.StoredName;
import isegoria.eventsourcing.kafka.ServiceTopics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines that are appended: a repeat that is decided twice shows. */
final class Notebook {

  record Lines(List<String> lines, @Nullable Instant closesAt, boolean closed) {}

  sealed interface Ask {}

  @StoredName("Append")
  record Append(String line) implements Ask {}

  @StoredName("CloseAt")
  record CloseAt(Instant at) implements Ask {}

  @StoredName("Close")
  record Close() implements Ask {}

  @StoredName("Corrupt")
  record Corrupt() implements Ask {}

  @StoredName("Puzzle")
  record Puzzle() implements Ask {}

  @StoredName("Unpublishable")
  record Unpublishable() implements Ask {}

  @StoredName("Copy")
  record Copy(String toKey) implements Ask {}

  @StoredName("Share")
  record Share(String toKey) implements Ask {}

  @StoredName("Wipe")
  record Wipe() implements Ask {}

  sealed interface Fact {}

  @StoredName("Appended")
  record Appended(String line) implements Fact {}

  @StoredName("ClosingSet")
  record ClosingSet(Instant at) implements Fact {}

  @StoredName("Closed")
  record Closed() implements Fact {}

  @StoredName("Corrupted")
  record Corrupted() implements Fact {}

  @StoredName("Unpublished")
  record Unpublished() implements Fact {}

  @StoredName("Copied")
  record Copied(String toKey) implements Fact {}

  @StoredName("Shared")
  record Shared(String toKey) implements Fact {}

  @StoredName("Wiped")
  record Wiped() implements Fact {}

  sealed interface Rejection {}

  @StoredName("IsClosed")
  record IsClosed() implements Rejection {}

  private static final Lines BLANK = new Lines(List.of(), null, false);

  static final AggregateType<Ask, Lines, Fact, Rejection> AGGREGATE_TYPE =
      type("notebook", OnErasure.erase(new Wipe(), key -> BLANK));

  /** A notebook that stays when its owner is erased. */
  static final AggregateType<Ask, Lines, Fact, Rejection> EVIDENCE =
      type("evidence", OnErasure.keep());

  private static AggregateType<Ask, Lines, Fact, Rejection> type(
      String name, OnErasure<Ask, Lines, Fact> onErasure) {
    return new AggregateType<>(
        name,
        new Decider<>(BLANK, Notebook::decide, Notebook::evolve),
        Ask.class,
        Lines.class,
        Fact.class,
        Rejection.class,
        Notebook::publish,
        state ->
            state.closesAt() == null || state.closed()
                ? null
                : new Due<>(state.closesAt(), new Close()),
        Notebook::follow,
        onErasure);
  }

  static final ServiceTopics TOPICS =
      new ServiceTopics(
          "post",
          Topics.POST_COMMANDS,
          Topics.POST_DEAD_LETTERS,
          Topics.POST_OUTCOMES,
          Topics.POST_REPLIES,
          Topics.POST_PROGRESS,
          List.of(Topics.POST_EVENTS, Topics.POST_STATES));

  private Notebook() {}

  private static Decision<Fact, Rejection> decide(Lines state, Ask ask) {
    if (ask instanceof Wipe) {
      return state.equals(BLANK) ? accept() : accept(new Wiped());
    }
    if (state.closed()) {
      return ask instanceof Close ? accept() : reject(new IsClosed());
    }
    return switch (ask) {
      case Append to -> accept(new Appended(to.line()));
      case CloseAt to -> accept(new ClosingSet(to.at()));
      case Close _ -> accept(new Closed());
      case Corrupt _ -> accept(new Corrupted());
      case Wipe _ -> throw new IllegalStateException("ruled on above");
      case Puzzle _ -> throw new IllegalStateException("puzzled");
      case Unpublishable _ -> accept(new Unpublished());
      case Copy to -> accept(new Copied(to.toKey()));
      case Share to -> accept(new Shared(to.toKey()));
    };
  }

  private static Lines evolve(Lines state, Fact fact) {
    return switch (fact) {
      case Appended e -> {
        List<String> lines = new ArrayList<>(state.lines());
        lines.add(e.line());
        yield new Lines(lines, state.closesAt(), false);
      }
      case ClosingSet e -> new Lines(state.lines(), e.at(), false);
      case Closed _ -> new Lines(state.lines(), null, true);
      case Copied _, Shared _, Unpublished _ -> state;
      case Wiped _ -> BLANK;
      case Corrupted _ -> throw new IllegalStateException("notebook: corrupted (expected: never)");
    };
  }

  private static List<Publication> publish(Recorded<Lines, Fact> recorded) {
    List<Publication> all = new ArrayList<>();
    for (Fact fact : recorded.events()) {
      if (fact instanceof Unpublished) {
        throw new IllegalArgumentException("no schema for it");
      }
      boolean awaited = !(fact instanceof ClosingSet);
      all.add(publication(Topics.POST_EVENTS, recorded.key(), fact.toString(), awaited));
    }
    all.add(
        recorded.after().equals(BLANK)
            ? new Publication(Topics.POST_STATES, recorded.key(), "line", null)
            : publication(Topics.POST_STATES, recorded.key(), recorded.after().toString(), true));
    return all;
  }

  private static Publication publication(
      isegoria.events.Topic topic, String key, String value, boolean awaited) {
    return new Publication(topic, key, "line", value.getBytes(StandardCharsets.UTF_8), awaited);
  }

  private static List<FollowUp> follow(Recorded<Lines, Fact> recorded) {
    List<FollowUp> all = new ArrayList<>();
    for (Fact fact : recorded.events()) {
      if (fact instanceof Copied copied) {
        all.add(new FollowUp("notebook", copied.toKey(), new Append("copied")));
      }
      if (fact instanceof Shared shared) {
        var append = new Append("shared");
        all.add(new FollowUp("notebook", shared.toKey(), append, FollowUp.Kind.FOLLOWS));
      }
    }
    return all;
  }
}
