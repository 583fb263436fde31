package isegoria.account.config;

import isegoria.account.cassandra.NoteTable;
import isegoria.account.cassandra.SettingsTable;
import isegoria.account.kafka.FiltersCodec;
import isegoria.account.kafka.ListsCodec;
import isegoria.account.kafka.MarkersCodec;
import isegoria.account.kafka.SettingsCodec;
import isegoria.account.write.filter.Filters;
import isegoria.account.write.list.Lists;
import isegoria.account.write.marker.Markers;
import isegoria.account.write.note.Note;
import isegoria.events.AccountId;
import isegoria.events.Partitioning;
import isegoria.eventsourcing.apply.Projection;
import isegoria.eventsourcing.record.Outcome;
import java.util.concurrent.CompletionStage;

/** Outcomes about what accounts set for their own reading, to its rows. */
final class SettingsRows implements Projection {

  private final Rows<Lists> lists;
  private final Rows<Filters> filters;
  private final Rows<Markers> markers;
  private final NoteTable notes;

  private record Rows<S>(SettingsCodec<S> codec, SettingsTable<S> table) {

    CompletionStage<?> put(Outcome<?, ?, ?> outcome, S after) {
      AccountId account = owner(outcome);
      return table.put(
          account, codec.encode(account, after, outcome.recordedAt()), outcome.recordedMicros());
    }
  }

  SettingsRows(
      SettingsTable<Lists> lists,
      SettingsTable<Filters> filters,
      SettingsTable<Markers> markers,
      NoteTable notes) {
    this.lists = new Rows<>(new ListsCodec(), lists);
    this.filters = new Rows<>(new FiltersCodec(), filters);
    this.markers = new Rows<>(new MarkersCodec(), markers);
    this.notes = notes;
  }

  @Override
  public CompletionStage<?> apply(Outcome<?, ?, ?> outcome) {
    return switch (outcome.state()) {
      case Lists after -> lists.put(outcome, after);
      case Filters after -> filters.put(outcome, after);
      case Markers after -> markers.put(outcome, after);
      case Note after ->
          notes.put(owner(outcome), Note.subjectOf(outcome.key()), after, outcome.recordedMicros());
      default ->
          throw new IllegalStateException(
              "aggregate type: " + outcome.aggregateType() + " (expected: one of this service)");
    };
  }

  private static AccountId owner(Outcome<?, ?, ?> outcome) {
    return AccountId.of(Partitioning.ownerOf(outcome.key()));
  }
}
