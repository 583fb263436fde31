package isegoria.edge.sample;

import com.datastax.oss.driver.api.core.DriverTimeoutException;
import isegoria.api.paging.LinkHeader;
import isegoria.api.paging.PageLimit;
import isegoria.edge.Deadline;
import isegoria.edge.Params;
import isegoria.edge.ReadinessCheck;
import isegoria.edge.ReadsViews;
import isegoria.edge.Replies;
import isegoria.edge.UpdateMapping;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Progress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** One resource of each kind. */
@SpringBootApplication(proxyBeanMethods = false)
public class SampleService {

  public static final AtomicBoolean ready = new AtomicBoolean(true);

  /** What was understood of a request. */
  public record Echo(@Nullable String text, List<String> options, String viewer) {}

  /** Where a deadline is known. */
  public record Elsewhere(boolean carried, boolean left) {}

  @Bean
  Barrier barrier() {
    var barrier = new Barrier();
    barrier.register("post.events.v1", new Progress("current"));
    return barrier;
  }

  @Bean
  ReadinessCheck sampleReady() {
    return new ReadinessCheck("sample", ready::get);
  }

  /** The routes. */
  @RestController
  public static class Things {

    @RequestMapping(
        path = "/api/v1/echo",
        method = {RequestMethod.GET, RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH})
    Echo echo(Params params, Viewer viewer) {
      return new Echo(params.text("text"), params.list("poll[options]"), viewer.toString());
    }

    @GetMapping("/api/v1/things/{id}")
    Map<String, String> getThing(@PathVariable AccountId id) {
      return Map.of("id", id.toString());
    }

    @DeleteMapping("/api/v1/things/{id}")
    Map<String, String> deleteThing(@PathVariable AccountId id, Params params) {
      return Map.of("id", id.toString(), "text", params.text("text", ""));
    }

    @GetMapping("/api/v1/typed")
    Map<String, String> getTyped(Params params) {
      params.integer("limit");
      params.flag("only", false);
      return Map.of("q", params.required("q"));
    }

    @GetMapping("/api/v1/mine")
    Map<String, String> getMine(Viewer viewer) {
      return Map.of("id", viewer.require("write:statuses").toString());
    }

    @GetMapping("/api/v1/cookies")
    Map<String, Integer> getCookies(HttpServletRequest request) {
      return Map.of("count", request.getCookies() == null ? 0 : request.getCookies().length);
    }

    @UpdateMapping("/api/v1/things/{id}")
    Map<String, String> updateThing(@PathVariable AccountId id, Params params) {
      return Map.of("id", id.toString(), "text", params.text("text", ""));
    }

    @GetMapping("/api/v1/pages")
    ResponseEntity<List<String>> getPage(Params params, HttpServletRequest request) {
      params.list("any");
      params.page(PageLimit.POSTS);
      var answer = ResponseEntity.ok();
      LinkHeader.ofEntries("https://is.example/pages", Params.heeded(request), List.of("9", "8"))
          .ifPresent(link -> answer.header("Link", link));
      return answer.body(List.of());
    }

    @GetMapping("/api/v1/broken")
    Map<String, String> getBroken(Params params) {
      throw new IllegalStateException(params.text("secret"));
    }

    @GetMapping("/api/v1/away")
    Map<String, String> getAway() {
      throw new DriverTimeoutException("late");
    }

    @GetMapping("/api/v1/command")
    Map<String, String> getCommand(CommandContext context) {
      return Map.of(
          "id", context.commandId(),
          "trace", context.correlation(),
          "patience", context.patience().toString());
    }

    /** Whether work on another thread knows the deadline, taken along and not. */
    @GetMapping("/api/v1/elsewhere")
    Elsewhere getElsewhere() {
      Supplier<Boolean> isBound =
          () -> Deadline.atMost(Duration.ofDays(1)).compareTo(Duration.ofDays(1)) < 0;
      return new Elsewhere(
          CompletableFuture.supplyAsync(Deadline.carried(isBound)).join(),
          CompletableFuture.supplyAsync(isBound).join());
    }

    @GetMapping("/api/v1/written")
    Map<String, String> getWritten() {
      Replies.addPositions("post.states.v1/3@7");
      Replies.addPositions("post.states.v1/4@8");
      return Map.of();
    }

    /** Listed among the endpoints that are not built; this resource builds it. */
    @GetMapping("/api/v1/announcements")
    List<String> getAnnouncements() {
      return List.of("built");
    }

    @GetMapping("/internal/ping")
    Map<String, String> getPing() {
      return Map.of();
    }
  }

  /** Reads one view only. */
  @ReadsViews("current")
  @RestController
  public static class OfOneView {

    @GetMapping("/api/v1/current")
    Map<String, String> getCurrent() {
      return Map.of();
    }
  }
}
