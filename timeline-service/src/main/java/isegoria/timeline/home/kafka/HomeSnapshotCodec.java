package isegoria.timeline.home.kafka;

import isegoria.timeline.feed.read.FeedKey;
import isegoria.timeline.feed.read.SourcePositions;
import isegoria.timeline.home.read.HomeSnapshot;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Snapshots of home feeds to and from bytes: sixteen for an entry, below 16 kB in all. */
public final class HomeSnapshotCodec {

  private static final byte FORM = 1;
  private static final int SOURCE_NAME_BYTES_MAX = 127;

  private HomeSnapshotCodec() {}

  public static byte[] encode(HomeSnapshot snapshot) {
    Map<String, Long> positions = new TreeMap<>(snapshot.asOf().positions());
    int sourceBytes = Byte.BYTES + SOURCE_NAME_BYTES_MAX + Long.BYTES;
    ByteBuffer bytes =
        ByteBuffer.allocate(
            1
                + 2 * Long.BYTES
                + 2 * Short.BYTES
                + positions.size() * sourceBytes
                + snapshot.keys().size() * 2 * Long.BYTES);
    bytes.put(FORM).putLong(snapshot.followsHash()).putLong(snapshot.coversAbove());
    bytes.putShort((short) positions.size());
    positions.forEach((source, position) -> {
      byte[] name = source.getBytes(StandardCharsets.UTF_8);
      bytes.put((byte) name.length).put(name).putLong(position);
    });
    bytes.putShort((short) snapshot.keys().size());
    snapshot.keys().forEach(key -> bytes.putLong(key.id()).putLong(key.actorId()));
    byte[] packed = new byte[bytes.position()];
    bytes.flip().get(packed);
    return packed;
  }

  public static HomeSnapshot decode(byte[] packed) {
    ByteBuffer bytes = ByteBuffer.wrap(packed);
    byte form = bytes.get();
    if (form != FORM) {
      throw new IllegalArgumentException("snapshot form: " + form + " (expected: " + FORM + ")");
    }
    long followsHash = bytes.getLong();
    long coversAbove = bytes.getLong();
    var positions = new HashMap<String, Long>();
    for (int sources = bytes.getShort(); sources > 0; sources--) {
      byte[] name = new byte[bytes.get()];
      bytes.get(name);
      positions.put(new String(name, StandardCharsets.UTF_8), bytes.getLong());
    }
    int count = bytes.getShort();
    var keys = new ArrayList<FeedKey>(count);
    for (int i = 0; i < count; i++) {
      keys.add(new FeedKey(bytes.getLong(), bytes.getLong()));
    }
    return new HomeSnapshot(followsHash, new SourcePositions(positions), coversAbove, keys);
  }
}
