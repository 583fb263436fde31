package isegoria.tests.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/**
 * The memory of a JVM on this machine after a collection, in bytes.
 *
 * @param heap that is in use
 * @param direct buffers outside the heap, as the JVM counts them
 */
public record JvmMemory(long heap, long direct) {

  /** Has a process collect its garbage, and looks. */
  public static JvmMemory afterCollection(long pid) {
    var found = new long[2];
    try {
      NodeBeans.ask(
          pid,
          beans -> {
            ObjectName memory = new ObjectName(ManagementFactory.MEMORY_MXBEAN_NAME);
            beans.invoke(memory, "gc", null, null);
            beans.invoke(memory, "gc", null, null);
            found[0] = heapUsed(beans, memory);
            found[1] =
                ((Number)
                        beans.getAttribute(
                            new ObjectName("java.nio:type=BufferPool,name=direct"), "MemoryUsed"))
                    .longValue();
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new JvmMemory(found[0], found[1]);
  }

  private static long heapUsed(MBeanServerConnection beans, ObjectName memory)
      throws IOException, JMException {
    return (Long) ((CompositeData) beans.getAttribute(memory, "HeapMemoryUsage")).get("used");
  }

  /** How much more there is of both than there was. */
  public long since(JvmMemory before) {
    return heap + direct - before.heap - before.direct;
  }

  @Override
  public String toString() {
    return "heap %,d kB, direct %,d kB".formatted(heap / 1_000, direct / 1_000);
  }
}
