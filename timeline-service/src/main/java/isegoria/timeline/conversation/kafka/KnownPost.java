package isegoria.timeline.conversation.kafka;

import isegoria.timeline.conversation.policy.DirectPost;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is remembered of a direct post while it is there: an edit says neither its thread nor whom
 * it concerned before.
 */
record KnownPost(long thread, Set<Long> concerned) {
  KnownPost {
    concerned = Set.copyOf(concerned);
  }

  KnownPost with(DirectPost post) {
    var all = new TreeSet<>(concerned);
    all.addAll(post.participants());
    return new KnownPost(thread, all);
  }

  /** Reads {@code <thread>:<account>,<account>}. */
  static KnownPost of(String stored) {
    String[] parts = stored.split(":", 2);
    return new KnownPost(
        Long.parseLong(parts[0]),
        Arrays.stream(parts[1].split(",")).map(Long::valueOf).collect(Collectors.toSet()));
  }

  String stored() {
    return concerned.stream()
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(",", thread + ":", ""));
  }
}
