package isegoria.account.http;

import isegoria.account.read.setting.OwnSettings;
import isegoria.account.write.marker.MarkedTimeline;
import isegoria.account.write.marker.Markers;
import isegoria.account.write.marker.MarkersCommand;
import isegoria.api.entity.Marker;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.service.WriteAccess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far an account has read, for its clients to go on from. */
@RestController
@RequestMapping("/api/v1/markers")
public final class MarkerResource {

  private static final Pattern ID = Pattern.compile("\\d{1,18}");

  private final OwnSettings<Markers> markers;
  private final CommandSender commandSender;
  private final WriteAccess writeAccess;

  public MarkerResource(
      OwnSettings<Markers> markers, CommandSender commandSender, WriteAccess writeAccess) {
    this.markers = markers;
    this.commandSender = commandSender;
    this.writeAccess = writeAccess;
  }

  /** Those of the timelines that are asked for; none is, none is given. */
  @GetMapping
  public Map<String, Marker> getMarkers(Viewer viewer, Params params) {
    AccountId me = viewer.require("read:statuses");
    List<String> asked = params.list("timeline");
    return asked.isEmpty()
        ? Map.of()
        : shown(markers.of(me), timeline -> asked.contains(timeline.word()));
  }

  @PostMapping
  public Map<String, Marker> moveMarkers(Viewer viewer, Params params, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:statuses");
    Long home = lastRead(params, MarkedTimeline.HOME);
    Long notifications = lastRead(params, MarkedTimeline.NOTIFICATIONS);
    if (home == null && notifications == null) {
      return Map.of();
    }
    var move = new MarkersCommand.Move(home, notifications, context.occurredAt());
    return shown(
        commandSender.markers(me, move, context),
        timeline -> (timeline == MarkedTimeline.HOME ? home : notifications) != null);
  }

  private static @Nullable Long lastRead(Params params, MarkedTimeline timeline) {
    String id = params.map(timeline.word()).text("last_read_id");
    if (id == null || id.isEmpty()) {
      return null;
    }
    if (!ID.matcher(id).matches()) {
      throw ApiException.invalid("Last read is not a number");
    }
    return Long.valueOf(id);
  }

  private static Map<String, Marker> shown(Markers markers, Predicate<MarkedTimeline> asked) {
    Map<String, Marker> shown = new LinkedHashMap<>();
    for (MarkedTimeline timeline : MarkedTimeline.values()) {
      var marker = markers.in(timeline);
      if (marker != null && asked.test(timeline)) {
        shown.put(
            timeline.word(),
            new Marker(Long.toString(marker.lastRead()), marker.version(), marker.at()));
      }
    }
    return shown;
  }
}
