package isegoria.infra;

import isegoria.testkit.backing.EmbeddedBacking;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The services that the launcher starts: name, port of the first instance, heap. */
public enum ServiceKind {
  GATEWAY("gateway", 8080, 192),
  ACCOUNT("account", 8101, 320),
  POST("post", 8102, 288),
  TIMELINE("timeline", 8103, 384),
  MODERATION("moderation", 8104, 224);

  /** Ports of two instances of one service lie this far apart. */
  private static final int INSTANCE_STEP = 10;

  private static final int MANAGEMENT_STEP = 1_000;

  private final String label;
  private final int firstPort;
  private final int heapMegabytes;

  ServiceKind(String label, int firstPort, int heapMegabytes) {
    this.label = label;
    this.firstPort = firstPort;
    this.heapMegabytes = heapMegabytes;
  }

  public String label() {
    return label;
  }

  /**
   * One machine runs everything: a process that sheds load goes first, then one that only reads,
   * then work on what is stored ({@link EmbeddedBacking#NICENESS}), then new work. Else an overload
   * keeps the gateway from reading the requests that it would send away, and a page waits for the
   * posts of others.
   */
  int niceness() {
    return switch (this) {
      case GATEWAY -> 0;
      case TIMELINE -> 2;
      default -> 10;
    };
  }

  int heapMegabytes() {
    return heapMegabytes;
  }

  public int port(DevConfig config, int instance) {
    return this == GATEWAY
        ? config.publicPort()
        : firstPort + config.base() + INSTANCE_STEP * instance;
  }

  public int managementPort(DevConfig config, int instance) {
    return firstPort + config.base() + INSTANCE_STEP * instance + MANAGEMENT_STEP;
  }

  int instances(DevConfig config) {
    if (!config.services().contains(this)) {
      return 0;
    }
    return this == GATEWAY ? 1 : config.instances();
  }

  /** The runnable jar that the build made. */
  Path jar(DevConfig config) {
    String service = label + "-service";
    Path jar = config.root().resolve(service).resolve("target").resolve(service + "-exec.jar");
    if (!Files.isRegularFile(jar)) {
      throw new DevException(jar + ": missing (expected: a build; run make dev)");
    }
    return jar;
  }

  /** The services that own topics and a keyspace. */
  static List<ServiceKind> behindTheGateway() {
    return List.of(ACCOUNT, POST, TIMELINE, MODERATION);
  }
}
