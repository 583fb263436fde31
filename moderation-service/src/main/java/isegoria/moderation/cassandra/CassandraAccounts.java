package isegoria.moderation.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Cassandra;
import isegoria.events.AccountId;
import isegoria.moderation.read.account.AccountTable;
import isegoria.moderation.read.account.AccountView;
import isegoria.moderation.read.account.Counts;
import isegoria.moderation.read.account.Profile;
import isegoria.moderation.write.Authority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The copy of accounts, by id. A row without a name holds late counts of an erased account. */
public final class CassandraAccounts implements AccountTable {

  private final Cassandra cassandra;
  private final PreparedStatement insertProfile;
  private final PreparedStatement updateCounts;
  private final PreparedStatement delete;
  private final PreparedStatement select;

  public CassandraAccounts(Cassandra cassandra) {
    this.cassandra = cassandra;
    this.insertProfile =
        cassandra.prepare(
            """
            INSERT INTO account (account_id, username, display_name, note, row_names, row_values,
              avatar, header, locked, bot, discoverable, indexable, hide_collections, authority,
              created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?\
            """);
    this.updateCounts =
        cassandra.prepare(
            "UPDATE account USING TIMESTAMP ? SET followers = ?, following = ?, posts = ?,"
                + " last_post_at = ? WHERE account_id = ?");
    this.delete = cassandra.prepare("DELETE FROM account USING TIMESTAMP ? WHERE account_id = ?");
    this.select = cassandra.prepare("SELECT * FROM account WHERE account_id = ?");
  }

  @Override
  @SuppressWarnings("NullAway") // The driver takes null for an absent cell.
  public CompletionStage<?> put(Profile profile, long recordedMicros) {
    return cassandra
        .writes()
        .write(
            insertProfile.bind(
                profile.id().value(),
                profile.username(),
                profile.displayName(),
                profile.note(),
                profile.rows().stream().map(Profile.Row::name).toList(),
                profile.rows().stream().map(Profile.Row::value).toList(),
                profile.avatar(),
                profile.header(),
                profile.locked(),
                profile.bot(),
                profile.discoverable(),
                profile.indexable(),
                profile.hideCollections(),
                profile.authority().name(),
                profile.createdAt(),
                recordedMicros));
  }

  @Override
  @SuppressWarnings("NullAway") // The driver takes null for an absent cell.
  public CompletionStage<?> putCounts(
      AccountId id,
      long followers,
      long following,
      long posts,
      @Nullable Instant lastPostAt,
      long offset) {
    return cassandra
        .writes()
        .write(updateCounts.bind(offset, followers, following, posts, lastPostAt, id.value()));
  }

  @Override
  public CompletionStage<?> remove(AccountId id, long recordedMicros) {
    return cassandra.writes().write(delete.bind(recordedMicros, id.value()));
  }

  @Override
  public @Nullable AccountView find(AccountId id) {
    Row row = cassandra.session().execute(select.bind(id.value())).one();
    return row == null || row.isNull("username") ? null : view(row);
  }

  private static AccountView view(Row row) {
    return new AccountView(
        new Profile(
            new AccountId(row.getLong("account_id")),
            Cells.text(row, "username"),
            Cells.text(row, "display_name"),
            Cells.text(row, "note"),
            rows(row),
            Cells.text(row, "avatar"),
            Cells.text(row, "header"),
            row.getBoolean("locked"),
            row.getBoolean("bot"),
            Cells.flag(row, "discoverable"),
            row.getBoolean("indexable"),
            Cells.flag(row, "hide_collections"),
            Authority.valueOf(Cells.text(row, "authority")),
            Cells.time(row, "created_at")),
        new Counts(
            row.getLong("followers"),
            row.getLong("following"),
            row.getLong("posts"),
            row.getInstant("last_post_at")));
  }

  private static List<Profile.Row> rows(Row row) {
    List<String> names = row.getList("row_names", String.class);
    List<String> values = row.getList("row_values", String.class);
    List<Profile.Row> rows = new ArrayList<>();
    if (names != null && values != null) {
      for (int i = 0; i < names.size() && i < values.size(); i++) {
        rows.add(new Profile.Row(names.get(i), values.get(i)));
      }
    }
    return rows;
  }
}
