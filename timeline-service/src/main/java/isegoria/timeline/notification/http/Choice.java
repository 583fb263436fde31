package isegoria.timeline.notification.http;

import isegoria.edge.Params;
import isegoria.events.AccountId;
import isegoria.timeline.notification.read.Screen;
import isegoria.timeline.notification.write.NotificationType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which notifications a client asks for.
 *
 * @param sender of all of them; {@link #ANY}: of no one account
 * @param withFiltered also what the account's policy keeps apart
 */
record Choice(Set<NotificationType> types, long sender, boolean withFiltered) {

  static final long ANY = 0;

  /** By {@code types}, {@code exclude_types} and {@code account_id}. */
  static Choice of(Params params) {
    List<String> asked = params.list("types");
    var types = asked.isEmpty() ? EnumSet.allOf(NotificationType.class) : known(asked);
    types.removeAll(known(params.list("exclude_types")));
    AccountId sender = params.accountId("account_id");
    boolean withFiltered = params.flag("include_filtered", false) || sender != null;
    return new Choice(types, sender == null ? ANY : sender.value(), withFiltered);
  }

  static Choice everything() {
    return new Choice(EnumSet.allOf(NotificationType.class), ANY, true);
  }

  /** Types of which no notification is made yet are none that could be found. */
  static EnumSet<NotificationType> known(List<String> words) {
    var types = EnumSet.noneOf(NotificationType.class);
    words.stream().map(NotificationType::ofWord).flatMap(Optional::stream).forEach(types::add);
    return types;
  }

  boolean includes(NotificationType type) {
    return types.contains(type);
  }

  boolean includes(NotificationType type, long from) {
    return includes(type) && (sender == ANY || sender == from);
  }

  boolean includes(Screen.Verdict verdict) {
    return switch (verdict) {
      case SHOWN -> true;
      case FILTERED -> withFiltered;
      case HIDDEN -> false;
    };
  }

  boolean anyGrouped() {
    return types.stream().anyMatch(NotificationType::isGrouped);
  }
}
