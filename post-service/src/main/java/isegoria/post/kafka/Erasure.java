package isegoria.post.kafka;

import isegoria.events.AccountId;
import isegoria.events.Partitioning;
import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.eventsourcing.apply.RowWriter;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.eventsourcing.wire.Reply;
import isegoria.post.policy.WhenAccountErasedThenEraseItsPosts;
import isegoria.post.policy.WhenAccountErasedThenEraseItsPosts.Step;
import isegoria.post.read.engagement.EngagementTable;
import isegoria.post.read.pins.PinsTable;
import isegoria.post.read.post.AuthoredTable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out the erasure of accounts: reads that one is gone, asks for the end of everything it
 * left, and goes on only when all of that is answered. What a crash cuts off starts again.
 */
public final class Erasure implements RowWriter {

  public static final List<Topic> TOPICS = List.of(Topics.ACCOUNT_STATES);

  private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

  /** Commands asked for at once: an erasure must not crowd out those who write. */
  private static final int AT_ONCE_MAX = 16;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final AuthoredTable posts;
  private final EngagementTable engagements;
  private final PinsTable pins;
  private final PostCommands commands;

  public Erasure(
      AuthoredTable posts, EngagementTable engagements, PinsTable pins, PostCommands commands) {
    this.posts = posts;
    this.engagements = engagements;
    this.pins = pins;
    this.commands = commands;
  }

  @Override
  public CompletionStage<?> write(ConsumerRecord<String, byte[]> change) {
    if (change.value() != null) {
      return CompletableFuture.completedFuture(null);
    }
    AccountId account = AccountId.of(Partitioning.ownerOf(change.key()));
    var done = new CompletableFuture<Integer>();
    Thread.ofVirtual()
        .name("erasure-" + account)
        .start(() -> {
          try {
            done.complete(erase(account));
          } catch (InterruptedException | RuntimeException failed) {
            done.completeExceptionally(failed);
          }
        });
    return done;
  }

  private int erase(AccountId account) throws InterruptedException {
    List<Step> steps =
        WhenAccountErasedThenEraseItsPosts.steps(
            account, posts.of(account), engagements.of(account), pins.of(account));
    try (var threads = Executors.newFixedThreadPool(AT_ONCE_MAX, Thread.ofVirtual().factory())) {
      List<Future<Boolean>> asked =
          threads.invokeAll(
              steps.stream()
                  .<java.util.concurrent.Callable<Boolean>>map(step -> () -> ask(account, step))
                  .toList());
      long open = asked.stream().filter(answer -> !holds(answer)).count();
      if (open > 0) {
        throw new IllegalStateException(
            "erasure of " + account + ": " + open + " steps open (expected: 0)");
      }
    }
    LOG.info("account {} erased: {} steps", account, steps.size());
    return steps.size();
  }

  private static boolean holds(Future<Boolean> answer) {
    return answer.state() == Future.State.SUCCESS && answer.resultNow();
  }

  private boolean ask(AccountId account, Step step) throws InterruptedException {
    var context =
        new CommandContext(
            step.commandId(),
            /* repeatable= */ true,
            "",
            "",
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            PATIENCE);
    Reply<?, ?, ?> reply =
        switch (step) {
          case Step.OfPost of -> commands.ask(account, of.post(), of.command(), context);
          case Step.OfEngagement of -> commands.ask(account, of.post(), of.command(), context);
          case Step.OfPins of -> commands.ask(account, of.command(), context);
        };
    return reply instanceof Reply.Accepted<?, ?, ?>;
  }
}
