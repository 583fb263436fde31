package isegoria.eventsourcing;

import java.util.List;

/** Whenever a fact, then a command: the rule that spans aggregates. */
@FunctionalInterface
public interface Policy<S, E> {
  List<FollowUp> on(Recorded<S, E> recorded);

  static <S, E> Policy<S, E> none() {
    return recorded -> List.of();
  }
}
