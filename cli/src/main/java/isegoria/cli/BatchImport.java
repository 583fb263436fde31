package isegoria.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A file sent in batches, a few at a time, in order of their lines. A batch's key is made of its
 * content, so one that is sent again has no further effect.
 */
final class BatchImport {

  /** What one line means: an element of the batch, or null for a line that means nothing. */
  interface Parser {
    @Nullable Object parse(String line, long number);
  }

  /** What came of an import. */
  record Result(long done, long refused) {}

  private record Sent(long lastLine, int size, double part, Future<JsonNode> answer) {}

  private final OperatorApi api;
  private final String path;
  private final String field;
  private final int batchMax;
  private final int concurrency;
  private final ProgressBar bar;
  private final PrintWriter err;

  private long done;
  private long refused;

  BatchImport(
      OperatorApi api,
      String what,
      String path,
      String field,
      int batchMax,
      int concurrency,
      PrintWriter err) {
    this.api = api;
    this.path = path;
    this.field = field;
    this.batchMax = batchMax;
    this.concurrency = concurrency;
    this.bar = new ProgressBar(err, what);
    this.err = err;
  }

  Result run(Path file, Parser parser, ResumeFile resume) throws InterruptedException {
    long before = resume.linesDone();
    Deque<Sent> underWay = new ArrayDeque<>();
    List<Object> batch = new ArrayList<>();
    try (Lines lines = new Lines(file);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      String line;
      while ((line = lines.next()) != null) {
        Object element = parser.parse(line, lines.number());
        if (element == null || lines.number() <= before) {
          continue;
        }
        batch.add(element);
        if (batch.size() == batchMax) {
          send(batch, lines, threads, underWay);
          batch = new ArrayList<>();
          while (underWay.size() >= concurrency) {
            finish(underWay.removeFirst(), resume);
          }
        }
      }
      if (!batch.isEmpty()) {
        send(batch, lines, threads, underWay);
      }
      while (!underWay.isEmpty()) {
        finish(underWay.removeFirst(), resume);
      }
    } finally {
      bar.end();
    }
    resume.remove();
    return new Result(done, refused);
  }

  private void send(
      List<Object> batch, Lines lines, ExecutorService threads, Deque<Sent> underWay) {
    Map<String, Object> body = Map.of(field, batch);
    String key = UUID.nameUUIDFromBytes((path + batch).getBytes(StandardCharsets.UTF_8)).toString();
    underWay.addLast(
        new Sent(
            lines.number(),
            batch.size(),
            lines.part(),
            threads.submit(() -> api.post(path, key, body))));
  }

  private void finish(Sent sent, ResumeFile resume) throws InterruptedException {
    JsonNode answer;
    try {
      answer = sent.answer().get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof CliException known
          ? known
          : CliException.refused(String.valueOf(failed.getCause()));
    }
    JsonNode problems = answer.path("refused");
    for (JsonNode problem : problems) {
      err.printf(
          "refused: %s: %s%n",
          problem.path("what").asString(""), problem.path("error").asString("no reason given"));
    }
    refused += problems.size();
    done += sent.size() - problems.size();
    resume.note(sent.lastLine());
    bar.show(done, sent.part());
  }
}
