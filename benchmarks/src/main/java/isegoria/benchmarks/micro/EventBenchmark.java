package isegoria.benchmarks.micro;

import isegoria.benchmarks.SamplePost;
import isegoria.events.AvroCodec;
import isegoria.events.AvroReader;
import isegoria.events.Topics;
import isegoria.events.post.PostEvent;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What every consumer does first: bytes of a topic into an event. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
public class EventBenchmark {

  private final AvroCodec<PostEvent> codec = AvroCodec.of(Topics.POST_EVENTS, PostEvent.class);
  private final AvroReader<PostEvent> reader = AvroReader.of(Topics.POST_EVENTS, PostEvent.class);
  private final PostEvent event = SamplePost.published("115000000000000001", "4711", "4711");
  private final byte[] bytes = codec.encode(event);

  /** As the service that owns the topic reads it. */
  @Benchmark
  public PostEvent whole() {
    return codec.decode(bytes);
  }

  /** As timeline-service does: what it declares. */
  @Benchmark
  public PostEvent declared() {
    return reader.decode(bytes);
  }

  @Benchmark
  public byte[] written() {
    return codec.encode(event);
  }
}
