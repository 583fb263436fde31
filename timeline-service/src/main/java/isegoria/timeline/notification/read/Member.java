package isegoria.timeline.notification.read;

/** One notification of a group, and who it is from. */
public record Member(long id, long sender) {}
