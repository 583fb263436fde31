package isegoria.account.http;

import isegoria.account.kafka.AccountAggregates;
import isegoria.account.write.account.Account;
import isegoria.account.write.account.AccountCommand;
import isegoria.account.write.account.AccountEvent;
import isegoria.account.write.account.AccountRejection;
import isegoria.account.write.filter.Filters;
import isegoria.account.write.filter.FiltersCommand;
import isegoria.account.write.filter.FiltersEvent;
import isegoria.account.write.filter.FiltersRejection;
import isegoria.account.write.list.Lists;
import isegoria.account.write.list.ListsCommand;
import isegoria.account.write.list.ListsEvent;
import isegoria.account.write.list.ListsRejection;
import isegoria.account.write.marker.Markers;
import isegoria.account.write.marker.MarkersCommand;
import isegoria.account.write.name.NameCommand;
import isegoria.account.write.note.Note;
import isegoria.account.write.note.NoteCommand;
import isegoria.account.write.relationship.Pair;
import isegoria.account.write.relationship.Relationship;
import isegoria.account.write.relationship.RelationshipCommand;
import isegoria.account.write.relationship.RelationshipEvent;
import isegoria.account.write.relationship.RelationshipRejection;
import isegoria.account.write.tag.FollowedTags;
import isegoria.account.write.tag.FollowedTagsCommand;
import isegoria.edge.ApiException;
import isegoria.edge.Replies;
import isegoria.events.AccountId;
import isegoria.events.Partitioning;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.eventsourcing.ask.Commands;
import isegoria.eventsourcing.decide.DeciderApp;
import isegoria.eventsourcing.wire.Reply;
import java.util.function.Function;

/** Sends commands to the deciders, under the keys of this service's aggregates. */
public final class CommandSender {

  private final DeciderApp app;
  private final Commands commands;
  private final AccountAggregates aggregates;

  public CommandSender(DeciderApp app, AccountAggregates aggregates) {
    this.app = app;
    this.commands = app.commands();
    this.aggregates = aggregates;
  }

  Reply<Account, AccountEvent, AccountRejection> ofAccount(
      AccountId id, AccountCommand command, CommandContext context) {
    try {
      return commands.ask(
          aggregates.account(), Partitioning.key(id.toString(), "account"), command, context);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** The account that the command leaves, which must be open. */
  Account.Open account(AccountId id, AccountCommand command, CommandContext context) {
    if (Replies.state(ofAccount(id, command, context), Problems::of) instanceof Account.Open open) {
      return open;
    }
    throw ApiException.notFound();
  }

  /** Claims a name; the account that is opened with it answers. */
  Reply<Account, AccountEvent, Object> claim(
      String nameMark, NameCommand.Claim command, CommandContext context) {
    try {
      return commands.askOnward(
          aggregates.name(),
          aggregates.account(),
          Partitioning.key(nameMark, "name"),
          command,
          context);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  void release(String nameMark, AccountId holder, CommandContext context) {
    try {
      var _ =
          commands.ask(
              aggregates.name(),
              Partitioning.key(nameMark, "name"),
              new NameCommand.Release(holder),
              context);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** What is between the two after the command. */
  Relationship relationship(RelationshipCommand command, CommandContext context) {
    return Replies.state(ofPair(command, context), Problems::of);
  }

  Reply<Relationship, RelationshipEvent, RelationshipRejection> ofPair(
      RelationshipCommand command, CommandContext context) {
    try {
      return commands.ask(
          aggregates.relationship(), Pair.of(command.by(), command.to()).key(), command, context);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** Has the decider erase all that the account owns, even what it cannot read. */
  void erase(AccountId id, CommandContext context) {
    try {
      Replies.state(app.erase(id.toString(), context), never -> ApiException.unavailable());
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** What the account follows after the command. */
  FollowedTags followedTags(AccountId by, FollowedTagsCommand command, CommandContext context) {
    return ask(aggregates.followedTags(), FollowedTags.key(by), command, context, Problems::of)
        .state();
  }

  Reply.Accepted<Lists, ListsEvent, ListsRejection> lists(
      AccountId by, ListsCommand command, CommandContext context) {
    return ask(aggregates.settings().lists(), Lists.key(by), command, context, Problems::of);
  }

  Reply.Accepted<Filters, FiltersEvent, FiltersRejection> filters(
      AccountId by, FiltersCommand command, CommandContext context) {
    return ask(aggregates.settings().filters(), Filters.key(by), command, context, Problems::of);
  }

  Markers markers(AccountId by, MarkersCommand command, CommandContext context) {
    return ask(
            aggregates.settings().markers(),
            Markers.key(by),
            command,
            context,
            never -> ApiException.unavailable())
        .state();
  }

  void note(AccountId by, AccountId about, NoteCommand command, CommandContext context) {
    var _ = ask(aggregates.settings().note(), Note.key(by, about), command, context, Problems::of);
  }

  /** The first fact of a kind: a repeated command names what its first one created. */
  static <T> T fact(Reply.Accepted<?, ?, ?> reply, Class<T> kind) {
    return reply.events().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow(ApiException::notFound);
  }

  /** What the command made true; throws what a rejection means. */
  private <C, S, E, R> Reply.Accepted<S, E, R> ask(
      AggregateType<C, S, E, R> type,
      String key,
      C command,
      CommandContext context,
      Function<? super R, ApiException> problems) {
    try {
      return Replies.accepted(commands.ask(type, key, command, context), problems);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static ApiException interrupted() {
    Thread.currentThread().interrupt();
    return ApiException.unavailable();
  }
}
