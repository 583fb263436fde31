package isegoria.eventsourcing.kafka;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One cache and one write buffer for all stores of a process: memory outside the heap is bounded.
 */
public final class BoundedMemoryRocksDb implements RocksDBConfigSetter {

  /** Bytes of blocks and write buffers of all stores together. */
  private static final long MEMORY_BYTES_MAX = 64L * 1024 * 1024;

  /** Bytes of one store's write buffer: there are dozens of stores. */
  private static final long WRITE_BUFFER_BYTES = 2L * 1024 * 1024;

  /** Bytes that a manifest takes at once; the default is 4 MB for each store and partition. */
  private static final long MANIFEST_BYTES = 64L * 1024;

  static {
    RocksDB.loadLibrary();
  }

  private static final Cache CACHE = new LRUCache(MEMORY_BYTES_MAX, -1, false);
  private static final WriteBufferManager BUFFERS =
      new WriteBufferManager(MEMORY_BYTES_MAX / 2, CACHE);

  @Override
  public void setConfig(String store, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(BUFFERS);
    options.setWriteBufferSize(WRITE_BUFFER_BYTES);
    options.setManifestPreallocationSize(MANIFEST_BYTES);
    options.setMaxOpenFiles(64);
  }

  @Override
  public void close(String store, Options options) {
    // Cache and buffers are the process's, not the store's.
  }
}
