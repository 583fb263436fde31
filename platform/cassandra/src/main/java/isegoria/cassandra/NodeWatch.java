package isegoria.cassandra;

import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.metadata.NodeStateListenerBase;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the last reachable node was lost and that one came back, because a node that was
 * killed may have forgotten what it acknowledged last: then projectors apply again. One watch
 * belongs to one session.
 */
final class NodeWatch extends NodeStateListenerBase {

  private static final Logger LOG = LoggerFactory.getLogger(NodeWatch.class);

  private final List<Runnable> onReturn = new CopyOnWriteArrayList<>();

  /** By identity: at the first connection a node has no name yet that will stay. */
  private final Set<Object> up = Collections.newSetFromMap(new IdentityHashMap<>());

  private boolean lost;

  void onReturn(Runnable action) {
    onReturn.add(action);
  }

  @Override
  public void onUp(Node node) {
    if (rose(node)) {
      LOG.info("Cassandra is reachable again, applying the latest records again");
      onReturn.forEach(action -> Thread.ofVirtual().name("cassandra-return").start(action));
    }
  }

  @Override
  public void onDown(Node node) {
    if (fell(node)) {
      LOG.warn("no Cassandra node is reachable, waiting for one");
    }
  }

  @Override
  public void onRemove(Node node) {
    onDown(node);
  }

  @Override
  public void close() {}

  /** Whether this node is the first that came back. */
  synchronized boolean rose(Object node) {
    up.add(node);
    boolean returned = lost;
    lost = false;
    return returned;
  }

  /** Whether this node was the last. */
  synchronized boolean fell(Object node) {
    boolean known = up.remove(node);
    lost = lost || (known && up.isEmpty());
    return known && lost;
  }
}
