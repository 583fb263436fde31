package isegoria.account.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.account.write.relationship.FollowOptions;
import isegoria.account.write.relationship.Mute;
import isegoria.account.write.relationship.Side;
import isegoria.account.write.relationship.Tie;
import isegoria.events.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One side of a pair, in the columns that begin with its name. */
enum SideColumns {
  LOW,
  HIGH;

  private String column(String rest) {
    return name().toLowerCase(Locale.ROOT) + "_" + rest;
  }

  BoundStatement into(BoundStatement statement, Side side) {
    BoundStatement tied =
        switch (side.tie()) {
          case Tie.NoTie _ -> tie(statement, "", null, null);
          case Tie.Requested of -> tie(statement, "requested", of.since(), of.options());
          case Tie.Following of -> tie(statement, "following", of.since(), of.options());
          case Tie.Blocking of -> tie(statement, "blocking", of.since(), null);
        };
    Mute mute = side.mute();
    if (mute == null) {
      return tied.setToNull(column("mute_since"))
          .setToNull(column("mute_notifications"))
          .setToNull(column("mute_until"));
    }
    return tied.setInstant(column("mute_since"), mute.since())
        .setBoolean(column("mute_notifications"), mute.notifications())
        .setInstant(column("mute_until"), mute.until());
  }

  private BoundStatement tie(
      BoundStatement statement,
      String kind,
      @Nullable Instant since,
      @Nullable FollowOptions options) {
    BoundStatement tied =
        statement.setString(column("tie"), kind).setInstant(column("since"), since);
    if (options == null) {
      return tied.setToNull(column("boosts"))
          .setToNull(column("notifies"))
          .setToNull(column("languages"));
    }
    return tied.setBoolean(column("boosts"), options.boosts())
        .setBoolean(column("notifies"), options.notifies())
        .setList(column("languages"), options.languages(), String.class);
  }

  Side from(Row row, AccountId by, AccountId of) {
    Instant muted = row.getInstant(column("mute_since"));
    Mute mute =
        muted == null
            ? null
            : new Mute(
                by,
                of,
                muted,
                row.getBoolean(column("mute_notifications")),
                row.getInstant(column("mute_until")));
    return new Side(tie(row), mute);
  }

  private Tie tie(Row row) {
    Instant since = row.getInstant(column("since"));
    String kind = row.getString(column("tie"));
    if (since == null || kind == null) {
      return new Tie.NoTie();
    }
    return switch (kind) {
      case "requested" -> new Tie.Requested(since, options(row));
      case "following" -> new Tie.Following(since, options(row));
      case "blocking" -> new Tie.Blocking(since);
      default ->
          throw new IllegalStateException(
              "tie: " + kind + " (expected: requested, following or blocking)");
    };
  }

  private FollowOptions options(Row row) {
    List<String> languages = row.getList(column("languages"), String.class);
    return new FollowOptions(
        row.getBoolean(column("boosts")),
        row.getBoolean(column("notifies")),
        languages == null ? List.of() : languages);
  }
}
