package isegoria.tether;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A Kafka broker in one step: formats its storage when that is empty, then starts it. One process
 * instead of two saves a JVM start, a third of the time a broker needs.
 */
public final class KafkaNode {
  private KafkaNode() {}

  /** Arguments: the properties file, the cluster id, and further arguments of the format. */
  public static void main(String[] args) throws Throwable {
    Tether.tie();
    Path configuration = Path.of(args[0]);
    boolean killed = UncleanStop.happened(configuration);
    String[] format = {
      "format", "--ignore-formatted", "--cluster-id", args[1], "--config", args[0]
    };
    String[] all = Arrays.copyOf(format, format.length + args.length - 2);
    System.arraycopy(args, 2, all, format.length, args.length - 2);
    Object exit =
        Class.forName("kafka.tools.StorageTool")
            .getMethod("execute", String[].class, PrintStream.class)
            .invoke(null, all, System.out);
    if (!Integer.valueOf(0).equals(exit)) {
      System.exit(1);
    }
    if (killed) {
      UncleanStop.fence(configuration);
    }
    Tether.call("kafka.Kafka", new String[] {args[0]});
  }
}
