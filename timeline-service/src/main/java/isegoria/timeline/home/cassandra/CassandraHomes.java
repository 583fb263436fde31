package isegoria.timeline.home.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.cassandra.Writes;
import isegoria.timeline.home.read.HomeSnapshot;
import isegoria.timeline.home.read.HomeSnapshots;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Snapshots of homes: one row per active reader, written whole and read whole. */
public final class CassandraHomes implements HomeSnapshots {

  private final Reads reads;
  private final Writes writes;
  private final Function<byte[], HomeSnapshot> unpack;
  private final PreparedStatement select;
  private final PreparedStatement insert;
  private final PreparedStatement delete;

  public CassandraHomes(Cassandra cassandra, Function<byte[], HomeSnapshot> unpack) {
    this.reads = cassandra.reads();
    this.writes = cassandra.writes();
    this.unpack = unpack;
    this.select = cassandra.prepare("SELECT snapshot FROM home WHERE reader = ?");
    this.insert =
        cassandra.prepare("INSERT INTO home (reader, snapshot) VALUES (?, ?) USING TIMESTAMP ?");
    this.delete = cassandra.prepare("DELETE FROM home USING TIMESTAMP ? WHERE reader = ?");
  }

  @Override
  public @Nullable HomeSnapshot of(long readerId) {
    for (Row row : reads.rows(select.bind(readerId))) {
      ByteBuffer packed = row.getByteBuffer("snapshot");
      if (packed != null) {
        byte[] bytes = new byte[packed.remaining()];
        packed.get(bytes);
        return unpack.apply(bytes);
      }
    }
    return null;
  }

  /** Null drops the reader's snapshot. */
  public CompletionStage<?> put(long readerId, byte @Nullable [] snapshot, long writtenAt) {
    return writes.write(
        snapshot == null
            ? delete.bind(writtenAt, readerId)
            : insert.bind(readerId, ByteBuffer.wrap(snapshot), writtenAt));
  }
}
