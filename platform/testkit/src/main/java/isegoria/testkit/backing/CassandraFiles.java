package isegoria.testkit.backing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a node is configured with: its yaml, its logging and the options of its JVM. */
final class CassandraFiles {
  private CassandraFiles() {}

  static String yaml(EmbeddedCassandra.Settings settings) {
    return resource("cassandra.yaml")
        .replace(
            "${commitlog_sync}",
            settings.throwaway()
                ? "commitlog_sync: periodic\ncommitlog_sync_period: 10s"
                : "commitlog_sync: group\ncommitlog_sync_group_window: 5ms")
        .replace("${storage_port}", Integer.toString(settings.storagePort()))
        .replace("${port}", Integer.toString(settings.port()))
        .replace(
            "${authenticator}",
            settings.secured() ? "PasswordAuthenticator" : "AllowAllAuthenticator")
        .replace(
            "${authorizer}", settings.secured() ? "CassandraAuthorizer" : "AllowAllAuthorizer");
  }

  static String logback() {
    return resource("logback.xml");
  }

  private static String resource(String name) {
    try (InputStream in = CassandraFiles.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> jvmOptions(int heapMegabytes) {
    var options = new ArrayList<String>();
    options.add("-Xms" + heapMegabytes / 4 + "m");
    options.add("-Xmx" + heapMegabytes + "m");
    options.add("-Xss256k");
    options.add("-XX:+UseSerialGC");
    options.add("-XX:+ExitOnOutOfMemoryError");
    options.add("-XX:MaxDirectMemorySize=512m");
    options.add("-XX:+PerfDisableSharedMem");
    options.add("-Djava.net.preferIPv4Stack=true");
    options.add("-Djava.awt.headless=true");
    options.add("-Djdk.attach.allowAttachSelf=true");
    options.add("-Dio.netty.tryReflectionSetAccessible=true");
    options.add("-Dio.netty.allocator.useCacheForAllThreads=true");
    options.add("-Dcassandra-foreground=yes");
    // A single node has no peer to gossip with, so it waits for none.
    options.add("-Dcassandra.skip_wait_for_gossip_to_settle=0");
    options.add("-Dcassandra.ring_delay_ms=0");
    options.add("-Dcassandra.join_ring=true");
    options.add("-Dcassandra.load_ring_state=false");
    options.add("-Dcassandra.superuser_setup_delay_ms=0");
    options.add("-Dcassandra.shutdown_announce_in_ms=0");
    for (String exported : EXPORTS) {
      options.add("--add-exports=" + exported + "=ALL-UNNAMED");
    }
    for (String opened : OPENS) {
      options.add("--add-opens=" + opened + "=ALL-UNNAMED");
    }
    return options;
  }

  private static final List<String> EXPORTS =
      List.of(
          "java.base/jdk.internal.misc",
          "java.management.rmi/com.sun.jmx.remote.internal.rmi",
          "java.rmi/sun.rmi.registry",
          "java.rmi/sun.rmi.server",
          "java.sql/java.sql",
          "java.base/java.lang.ref",
          "jdk.unsupported/sun.misc",
          "jdk.compiler/com.sun.tools.javac.file",
          "jdk.attach/sun.tools.attach");

  private static final List<String> OPENS =
      List.of(
          "java.base/java.lang.module",
          "java.base/jdk.internal.loader",
          "java.base/jdk.internal.ref",
          "java.base/jdk.internal.reflect",
          "java.base/jdk.internal.math",
          "java.base/jdk.internal.module",
          "java.base/jdk.internal.util.jar",
          "jdk.management/com.sun.management.internal",
          "java.base/sun.nio.ch",
          "java.base/java.io",
          "java.base/java.lang.reflect",
          "jdk.compiler/com.sun.tools.javac",
          "java.base/java.lang",
          "java.base/java.util",
          "java.base/java.nio");
}
