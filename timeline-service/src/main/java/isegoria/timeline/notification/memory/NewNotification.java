package isegoria.timeline.notification.memory;

import isegoria.eventsourcing.read.Position;

/**
 * A notification that an inbox has added.
 *
 * @param group its key; that of one alone names no other
 * @param at where the view of notifications comes by it
 */
public record NewNotification(long recipient, long id, String group, Position at) {}
