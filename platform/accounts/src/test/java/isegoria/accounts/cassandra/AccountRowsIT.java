package isegoria.accounts.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.accounts.KnownAccount;
import isegoria.accounts.kafka.AccountView;
import isegoria.api.view.AccountCounts;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.CassandraProperties;
import isegoria.cassandra.SchemaScript;
import isegoria.events.AvroCodec;
import isegoria.events.Partitioning;
import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.events.account.AccountState;
import isegoria.testkit.backing.Backing;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Records of accounts to rows and back, in whatever order their topics are read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccountRowsIT {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final String TABLE =
      """
      CREATE TABLE account (id bigint PRIMARY KEY, state blob, followers bigint, following bigint,
        posts bigint, last_post_at timestamp);
      """;

  private Cassandra cassandra;
  private AccountRows rows;
  private AccountView view;

  @BeforeAll
  void open() {
    InetSocketAddress at = Backing.sharedCassandra();
    cassandra =
        Cassandra.open(
            CassandraProperties.local(at.getHostString() + ":" + at.getPort()),
            "account_rows_it",
            List.of(new SchemaScript("001-account.cql", TABLE)));
    rows = new AccountRows(cassandra, "account");
    view = new AccountView(rows);
  }

  @AfterAll
  void close() {
    cassandra.close();
  }

  private void state(long id, @Nullable String displayName, long millis) {
    write(Topics.ACCOUNT_STATES, id, displayName == null ? null : bytes(id, displayName), millis);
  }

  private static byte[] bytes(long id, String displayName) {
    return AvroCodec.of(Topics.ACCOUNT_STATES, AccountState.class)
        .encode(
            AccountState.newBuilder()
                .setAccountId(Long.toString(id))
                .setUsername("ana")
                .setDisplayName(displayName)
                .setNote("")
                .setFields(List.of())
                .setAvatar("")
                .setHeader("")
                .setLocked(false)
                .setBot(false)
                .setDiscoverable(null)
                .setIndexable(true)
                .setHideCollections(null)
                .setRole("admin")
                .setCreatedAt(NOON)
                .setUpdatedAt(NOON)
                .build());
  }

  private void counts(long id, long followers, long offset) {
    byte[] value =
        AvroCodec.of(Topics.ACCOUNT_COUNTS, isegoria.events.account.AccountCounts.class)
            .encode(
                isegoria.events.account.AccountCounts.newBuilder()
                    .setAccountId(Long.toString(id))
                    .setFollowers(followers)
                    .setFollowing(2)
                    .setPosts(1)
                    .setLastPostAt(NOON)
                    .build());
    write(Topics.ACCOUNT_COUNTS, id, value, offset);
  }

  /** The number is the record's offset and its time: states heed the one, counts the other. */
  @SuppressWarnings("NullAway") // A null value is a tombstone.
  private void write(Topic topic, long id, byte @Nullable [] value, long number) {
    String key = Partitioning.key(Long.toString(id), "account");
    var record =
        new ConsumerRecord<String, byte[]>(
            topic.name(),
            0,
            number,
            number,
            org.apache.kafka.common.record.TimestampType.CREATE_TIME,
            0,
            0,
            key,
            value,
            new org.apache.kafka.common.header.internals.RecordHeaders(),
            java.util.Optional.empty());
    view.write(record).toCompletableFuture().join();
  }

  private String nameOf(long id) {
    KnownAccount found = rows.find(id);
    return found == null ? "" : found.profile().displayName();
  }

  @Test
  void an_account_is_found_with_its_counts_in_whatever_order_they_came() {
    counts(1, 3, 1);
    assertThat(rows.find(1)).as("counts alone").isNull();
    state(1, "Ana", 5);
    state(2, "Bo", 5);

    assertThat(rows.find(List.of(1L, 2L, 3L))).containsOnlyKeys(1L, 2L);
    assertThat(nameOf(1)).isEqualTo("Ana");
    assertThat(rows.find(1))
        .extracting(KnownAccount::counts)
        .isEqualTo(new AccountCounts(3, 2, 1, NOON));
    assertThat(rows.find(2)).extracting(KnownAccount::counts).isEqualTo(AccountCounts.NONE);
  }

  @Test
  void an_older_record_that_is_read_again_changes_nothing() {
    state(4, "new", 9);
    state(4, "old", 8);
    counts(4, 7, 3);
    counts(4, 6, 2);

    assertThat(nameOf(4)).isEqualTo("new");
    assertThat(rows.find(4)).extracting(a -> a.counts().followers()).isEqualTo(7L);
  }

  @Test
  void a_tombstone_removes_the_account_and_late_counts_do_not_bring_it_back() {
    state(5, "Cy", 1);
    state(5, null, 2);
    counts(5, 1, 9);

    assertThat(rows.find(5)).isNull();
    state(5, "Cy", 1);
    assertThat(rows.find(5)).as("read again").isNull();
  }
}
