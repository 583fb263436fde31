package isegoria.benchmarks.http;

import isegoria.benchmarks.plot.FlameGraph;
import isegoria.tests.platform.Running;
import isegoria.tests.platform.Running.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the processor goes while a load passes by: every process is recorded by its own Flight
 * Recorder, and its stacks share the processor time that the system says it took, but for that of
 * its compilers and of its collector.
 */
final class Profile {

  /** Deeper than any stack of a web request. */
  private static final int STACK_MAX = 512;

  /** Of every stack, the innermost. */
  private static final int LAST_FRAMES = 3;

  /** The processor's time, where the machine has it (Java 25); else what runs as Java. */
  private static final List<String> SAMPLES = List.of("jdk.CPUTimeSample", "jdk.ExecutionSample");

  private final Running running;
  private final Path files;

  Profile(Running running, Path files) {
    this.running = running;
    this.files = files;
  }

  /** Runs a load and records it. */
  FlameGraph of(String name, Runnable load) throws IOException {
    for (Unit unit : running.units()) {
      ask(unit, "JFR.configure", "stackdepth=" + STACK_MAX);
      ask(unit, "JFR.start", "name=load", "settings=profile", "jdk.CPUTimeSample#enabled=true");
    }
    Map<String, CpuTime> before = CpuTime.byProcess(running);
    load.run();
    Map<String, CpuTime> after = CpuTime.byProcess(running);
    var graph = new FlameGraph(name);
    for (Unit unit : running.units()) {
      Path recording = files.resolve(unit.name() + ".jfr");
      ask(unit, "JFR.stop", "name=load", "filename=" + recording.toAbsolutePath());
      CpuTime taken = taken(unit.name(), after).since(taken(unit.name(), before));
      graph.add(List.of(unit.name(), "compiler"), taken.compiler());
      graph.add(List.of(unit.name(), "virtual machine"), taken.machine());
      add(unit.name(), recording, taken.java(), graph);
      Files.deleteIfExists(recording);
    }
    return graph;
  }

  private static CpuTime taken(String name, Map<String, CpuTime> of) {
    return Objects.requireNonNull(of.get(name), name);
  }

  private static void ask(Unit unit, String... command) throws IOException {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    line.add(Long.toString(unit.pid()));
    line.addAll(List.of(command));
    Process process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      int code = process.waitFor();
      if (code != 0) {
        throw new IOException("%s: %s ended with %d".formatted(unit.name(), command[0], code));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static void add(String process, Path recording, double seconds, FlameGraph graph)
      throws IOException {
    List<RecordedEvent> events = RecordingFile.readAllEvents(recording);
    for (String kind : SAMPLES) {
      List<RecordedEvent> samples =
          events.stream()
              .filter(event -> event.getEventType().getName().equals(kind))
              .filter(event -> event.getStackTrace() != null)
              .toList();
      if (!samples.isEmpty()) {
        samples.forEach(sample -> graph.add(stack(process, sample), seconds / samples.size()));
        return;
      }
    }
    graph.add(List.of(process), seconds);
  }

  /**
   * The process, the thread without its number, and the frames from the outermost: all of ours, and
   * of a library where it is entered and where the time goes.
   */
  private static List<String> stack(String process, RecordedEvent sample) {
    var stack = new ArrayList<String>();
    stack.add(process);
    stack.add(thread(sample));
    List<RecordedFrame> frames = sample.getStackTrace().getFrames().reversed();
    String library = "";
    for (int at = 0; at < frames.size(); at++) {
      String type = frames.get(at).getMethod().getType().getName();
      boolean isOurs = type.startsWith("isegoria.");
      if (isOurs || !library.equals(library(type)) || at >= frames.size() - LAST_FRAMES) {
        stack.add(type + "." + frames.get(at).getMethod().getName());
      }
      library = library(type);
    }
    return stack;
  }

  /** As in {@code org.springframework.web} and {@code java.util}. */
  private static String library(String type) {
    String[] parts = type.split("\\.");
    int depth = type.startsWith("java") || type.startsWith("jdk") ? 2 : 4;
    return String.join(".", List.of(parts).subList(0, Math.min(depth, parts.length - 1)));
  }

  private static String thread(RecordedEvent sample) {
    for (String field : List.of("eventThread", "sampledThread")) {
      if (sample.hasField(field) && sample.getValue(field) instanceof RecordedThread thread) {
        String name = thread.getJavaName();
        return name == null ? "a thread of the machine" : name.replaceAll("\\d+", "#");
      }
    }
    return "a thread";
  }
}
