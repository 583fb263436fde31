package isegoria.benchmarks.fame;

import isegoria.account.kafka.AccountAggregates;
import isegoria.account.write.account.AccountCommand;
import isegoria.account.write.account.Role;
import isegoria.account.write.relationship.FollowOptions;
import isegoria.account.write.relationship.Pair;
import isegoria.account.write.relationship.RelationshipCommand;
import isegoria.events.AccountId;
import isegoria.events.Partitioning;
import isegoria.events.PostId;
import isegoria.post.kafka.PostCommands;
import isegoria.post.kafka.WordsHash;
import isegoria.post.write.Target;
import isegoria.post.write.Visibility;
import isegoria.post.write.engagement.EngagementCommand;
import isegoria.post.write.engagement.Mark;
import isegoria.post.write.post.Mentioned;
import isegoria.post.write.post.Placement;
import isegoria.post.write.post.PostCommand;
import isegoria.post.write.post.ReplyTo;
import isegoria.post.write.post.Words;
import isegoria.tests.platform.Running;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many people who have accounts and names, and log in nowhere: their acts go to the deciders as
 * commands. Safe for many threads.
 */
final class Crowd implements AutoCloseable {

  /** The last worker number: services lease theirs from the lowest on. */
  private static final long WORKER = 1_023 << 6;

  /** Spreads names over the beginnings that they are found by. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private static final int NAME_RADIX = 36;
  private static final byte[] PEPPER = new byte[32];

  private final AtomicLong lastId = new AtomicLong();
  private final AccountAggregates accounts =
      AccountAggregates.with((stream, words) -> Integer.toHexString(words.hashCode()));
  private final PostCommands.Aggregates posts = PostCommands.Aggregates.with(new WordsHash(PEPPER));
  private final DeciderClient accountDoor;
  private final DeciderClient postDoor;
  private final long[] members;

  Crowd(Running running, int people) {
    this.accountDoor = new DeciderClient(running, AccountAggregates.TOPICS);
    this.postDoor = new DeciderClient(running, PostCommands.TOPICS);
    this.members = new long[people];
  }

  int size() {
    return members.length;
  }

  AccountId member(int number) {
    return new AccountId(members[number]);
  }

  private long nextId() {
    long least = System.currentTimeMillis() << 16 | WORKER;
    return lastId.updateAndGet(last -> Math.max(last + 1, least));
  }

  /** Opens a member's account; everything else of theirs comes after it. */
  void open(int number) {
    var id = new AccountId(nextId());
    members[number] = id.value();
    String name = Long.toUnsignedString(number * SPREAD, NAME_RADIX);
    accountDoor.ask(
        accounts.account(),
        Partitioning.key(id.toString(), "account"),
        new AccountCommand.Open(id, name, "", "", Role.USER, Instant.now()));
  }

  void follow(int number, AccountId star) {
    AccountId by = member(number);
    accountDoor.ask(
        accounts.relationship(),
        Pair.of(by, star).key(),
        new RelationshipCommand.Follow(
            by, star, FollowOptions.USUAL, RelationshipCommand.Target.OPEN, Instant.now()));
  }

  void favourite(int number, Target target) {
    AccountId actor = member(number);
    engage(actor, target, new EngagementCommand.Favourite(actor, target, mark()));
  }

  void boost(int number, Target target) {
    AccountId actor = member(number);
    engage(actor, target, new EngagementCommand.Boost(actor, target, mark(), Visibility.PUBLIC));
  }

  private Mark mark() {
    return new Mark(new PostId(nextId()), Instant.now());
  }

  private void engage(AccountId actor, Target target, EngagementCommand command) {
    postDoor.ask(
        posts.engagement(),
        Partitioning.key(actor.toString(), "engagement/" + target.post()),
        command);
  }

  /** Answers by a post that mentions its author, by the given name. */
  void reply(int number, Target target, String name) {
    AccountId author = member(number);
    var id = new PostId(nextId());
    var placement =
        new Placement(
            Visibility.PUBLIC, new ReplyTo(target.post(), target.author()), target.conversation());
    var mentioned = List.of(new Mentioned(target.author(), name));
    var words = new Words("Reply " + number, "", false, "en", mentioned, List.of());
    postDoor.ask(
        posts.post(),
        Partitioning.key(author.toString(), "post/" + id),
        new PostCommand.Publish(id, author, placement, words, List.of(), null, Instant.now()));
  }

  @Override
  public void close() {
    accountDoor.close();
    postDoor.close();
  }
}
