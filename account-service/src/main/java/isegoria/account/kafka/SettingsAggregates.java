package isegoria.account.kafka;

import isegoria.account.write.filter.Filters;
import isegoria.account.write.filter.FiltersCommand;
import isegoria.account.write.filter.FiltersDecider;
import isegoria.account.write.filter.FiltersEvent;
import isegoria.account.write.filter.FiltersRejection;
import isegoria.account.write.list.Lists;
import isegoria.account.write.list.ListsCommand;
import isegoria.account.write.list.ListsDecider;
import isegoria.account.write.list.ListsEvent;
import isegoria.account.write.list.ListsRejection;
import isegoria.account.write.marker.Markers;
import isegoria.account.write.marker.MarkersCommand;
import isegoria.account.write.marker.MarkersDecider;
import isegoria.account.write.marker.MarkersEvent;
import isegoria.account.write.note.Note;
import isegoria.account.write.note.NoteCommand;
import isegoria.account.write.note.NoteDecider;
import isegoria.account.write.note.NoteEvent;
import isegoria.account.write.note.NoteRejection;
import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.DueRule;
import isegoria.eventsourcing.OnErasure;
import isegoria.eventsourcing.Policy;
import java.util.List;

/** What accounts set for their own reading. All of it is erased with its account. */
public record SettingsAggregates(
    AggregateType<ListsCommand, Lists, ListsEvent, ListsRejection> lists,
    AggregateType<FiltersCommand, Filters, FiltersEvent, FiltersRejection> filters,
    AggregateType<MarkersCommand, Markers, MarkersEvent, Void> markers,
    AggregateType<NoteCommand, Note, NoteEvent, NoteRejection> note) {

  static final List<Topic> PUBLISHED =
      List.of(Topics.ACCOUNT_LISTS, Topics.ACCOUNT_FILTERS, Topics.ACCOUNT_MARKERS);

  static SettingsAggregates all() {
    return new SettingsAggregates(
        new AggregateType<>(
            "lists",
            ListsDecider.LISTS,
            ListsCommand.class,
            Lists.class,
            ListsEvent.class,
            ListsRejection.class,
            new ListsCodec().publisher(),
            DueRule.nothing(),
            Policy.none(),
            OnErasure.erase(new ListsCommand.Erase(), key -> Lists.NONE)),
        new AggregateType<>(
            "filters",
            FiltersDecider.FILTERS,
            FiltersCommand.class,
            Filters.class,
            FiltersEvent.class,
            FiltersRejection.class,
            new FiltersCodec().publisher(),
            DueRule.nothing(),
            Policy.none(),
            OnErasure.erase(new FiltersCommand.Erase(), key -> Filters.NONE)),
        new AggregateType<>(
            "markers",
            MarkersDecider.MARKERS,
            MarkersCommand.class,
            Markers.class,
            MarkersEvent.class,
            Void.class,
            new MarkersCodec().publisher(),
            DueRule.nothing(),
            Policy.none(),
            OnErasure.erase(new MarkersCommand.Erase(), key -> Markers.NONE)),
        new AggregateType<>(
            "note",
            NoteDecider.NOTE,
            NoteCommand.class,
            Note.class,
            NoteEvent.class,
            NoteRejection.class,
            // Private to its author, and no other service shows it.
            recorded -> List.of(),
            DueRule.nothing(),
            Policy.none(),
            OnErasure.erase(new NoteCommand.Erase(), key -> Note.NONE)));
  }

  List<AggregateType<?, ?, ?, ?>> types() {
    return List.of(lists, filters, markers, note);
  }
}
