package isegoria.tether;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Calls another main class and ends the process when its standard input ends. A parent holds the
 * other end of that pipe, so a child never outlives it, not even after a kill -9 of the parent.
 */
public final class Tether {
  /** What a child may take to close its files; then it is halted. */
  private static final long GRACE_MILLIS = 8_000;

  private Tether() {}

  /** The first argument names the main class; the others are its own. */
  public static void main(String[] args) throws Throwable {
    if (args.length == 0) {
      throw new IllegalArgumentException("arguments: none (expected: a main class)");
    }
    tie();
    call(args[0], Arrays.copyOfRange(args, 1, args.length));
  }

  static void tie() {
    ignoreTerminal();
    var watcher = new Thread(Tether::awaitParent, "tether");
    watcher.setDaemon(true);
    watcher.start();
  }

  static void call(String mainClass, String[] args) throws Throwable {
    try {
      Class.forName(mainClass).getMethod("main", String[].class).invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private static void awaitParent() {
    readToEnd();
    var halt = new Thread(Tether::haltAfterGrace, "tether-halt");
    halt.setDaemon(true);
    halt.start();
    System.exit(143);
  }

  /**
   * Ctrl-C and a closed terminal reach every process of the terminal, but it is the parent that
   * decides in which order its children end. The API has no other name than this in any JDK.
   */
  private static void ignoreTerminal() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object ignore = handler.getField("SIG_IGN").get(null);
      for (String name : new String[] {"INT", "HUP"}) {
        signal
            .getMethod("handle", signal, handler)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), ignore);
      }
    } catch (ReflectiveOperationException e) {
      System.err.println("tether: signals of the terminal are not ignored: " + e);
    }
  }

  private static void readToEnd() {
    byte[] ignored = new byte[64];
    try {
      // A pipe can be read but not skipped: JDK 17 would seek in it.
      while (System.in.read(ignored) >= 0) {
        Thread.onSpinWait();
      }
    } catch (IOException e) {
      System.err.println("tether: the parent's pipe broke: " + e.getMessage());
    }
  }

  private static void haltAfterGrace() {
    try {
      Thread.sleep(GRACE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(137);
  }
}
