package isegoria.eventsourcing;

/** An outcome in its bytes, with what the runner needs to know of it. */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way to the broker, compared by nobody.
record Decided(String family, String commandId, Verdict verdict, byte[] bytes) {}
