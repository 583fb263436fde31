package isegoria.events;

import org.apache.avro.Schema;

/**
 * The two questions that bytes on a topic ask: which number has this schema, which schema has this
 * number.
 *
 * <p>It exists so that a cluster may answer from a registry and everything else from the class
 * path.
 */
public interface SchemaIds {

  /** The number of the schema that a topic's records are written with now. */
  int idOf(String topic);

  /** The schema with that number; throws {@code IllegalArgumentException} when there is none. */
  Schema schemaOf(int id);
}
