package isegoria.cassandra;

import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where Cassandra is and how a service's keyspace is copied: the keys {@code isegoria.cassandra.*}.
 * Absent keys mean the one embedded node.
 */
public record CassandraProperties(
    List<String> contactPoints,
    String localDatacenter,
    @Nullable String username,
    @Nullable String password,
    int replicationFactor) {

  /** What a single node calls its datacenter unless told otherwise. */
  public static final String DATACENTER_DEFAULT = "datacenter1";

  /** Takes absent values as the binder of configuration leaves them: null, and 0. */
  @SuppressWarnings("ConstantValue")
  public CassandraProperties(
      @Nullable List<String> contactPoints,
      @Nullable String localDatacenter,
      @Nullable String username,
      @Nullable String password,
      int replicationFactor) {
    this.contactPoints =
        contactPoints == null || contactPoints.isEmpty()
            ? List.of("localhost:9042")
            : List.copyOf(contactPoints);
    this.localDatacenter = localDatacenter == null ? DATACENTER_DEFAULT : localDatacenter;
    this.username = username == null || username.isBlank() ? null : username;
    this.password = password == null || password.isBlank() ? null : password;
    this.replicationFactor = Math.max(1, replicationFactor);
  }

  /** One node, no password, one copy: tests and development. */
  public static CassandraProperties local(String contactPoint) {
    return new CassandraProperties(List.of(contactPoint), null, null, null, 1);
  }

  List<InetSocketAddress> addresses() {
    return contactPoints.stream().map(CassandraProperties::address).toList();
  }

  private static InetSocketAddress address(String contactPoint) {
    int colon = contactPoint.lastIndexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException(
          "contact point: " + contactPoint + " (expected: host:port)");
    }
    return new InetSocketAddress(
        contactPoint.substring(0, colon), Integer.parseInt(contactPoint.substring(colon + 1)));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return contactPoints + " in " + localDatacenter + ", copies " + replicationFactor;
  }
}
