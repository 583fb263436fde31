package isegoria.eventsourcing;

import java.util.List;

/** A rule that spans aggregates: which commands follow from a fact. */
@FunctionalInterface
public interface Policy<S, E> {
  List<FollowUp> on(Recorded<S, E> recorded);

  static <S, E> Policy<S, E> none() {
    return recorded -> List.of();
  }
}
