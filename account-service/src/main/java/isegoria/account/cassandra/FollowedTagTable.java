package isegoria.account.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.account.read.tag.TagFollows;
import isegoria.account.write.tag.FollowedTags;
import isegoria.account.write.tag.FollowedTags.FollowedTag;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.cassandra.Writes;
import isegoria.events.AccountId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** The tags that accounts follow, a row for each account. */
public final class FollowedTagTable implements TagFollows {

  private final Reads reads;
  private final Writes writes;
  private final PreparedStatement put;
  private final PreparedStatement remove;
  private final PreparedStatement byAccount;

  public FollowedTagTable(Cassandra cassandra) {
    this.reads = cassandra.reads();
    this.writes = cassandra.writes();
    this.put =
        cassandra.prepare(
            "INSERT INTO followed_tags (account, tags) VALUES (?, ?) USING TIMESTAMP ?");
    this.remove =
        cassandra.prepare("DELETE FROM followed_tags USING TIMESTAMP ? WHERE account = ?");
    this.byAccount = cassandra.prepare("SELECT tags FROM followed_tags WHERE account = ?");
  }

  /** Writes what an account follows under the time of the fact that caused it. */
  public CompletionStage<?> put(AccountId account, FollowedTags followed, long micros) {
    if (followed.tags().isEmpty()) {
      return writes.writeAll(List.of(remove.bind(micros, account.value())));
    }
    Map<String, Long> tags =
        followed.tags().stream().collect(Collectors.toMap(FollowedTag::name, FollowedTag::id));
    return writes.writeAll(List.of(put.bind(account.value(), tags, micros)));
  }

  @Override
  public FollowedTags of(AccountId account) {
    Row row = reads.first(byAccount.bind(account.value()));
    return row == null ? new FollowedTags(List.of()) : followed(row);
  }

  private static FollowedTags followed(Row row) {
    Map<String, Long> tags = row.getMap("tags", String.class, Long.class);
    return new FollowedTags(
        tags == null
            ? List.of()
            : tags.entrySet().stream()
                .map(tag -> new FollowedTag(tag.getKey(), tag.getValue()))
                .sorted(Comparator.comparingLong(FollowedTag::id).reversed())
                .toList());
  }
}
