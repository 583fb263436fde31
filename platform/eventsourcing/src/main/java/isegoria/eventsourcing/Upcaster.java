package isegoria.eventsourcing;

import tools.jackson.databind.node.ObjectNode;

/**
 * Makes of what one version of an aggregate type has stored what the next version reads.
 *
 * <p>It exists so that a shape of a state, a fact, a command or a rejection can change while the
 * old bytes stay in stores and topics. Each method changes the tree of one record, whose sealed
 * type is named by {@code @type}; what a version did not change needs no method. A new component
 * that may be null needs no version.
 */
public interface Upcaster {

  default void state(ObjectNode state) {}

  default void event(ObjectNode event) {}

  default void command(ObjectNode command) {}

  default void rejection(ObjectNode rejection) {}
}
