package isegoria.eventsourcing.wire;

import isegoria.eventsourcing.record.Verdict;

/** An outcome in its bytes, with what the runner needs to know of it. */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way to the broker, never compared.
public record EncodedOutcome(String aggregateType, Verdict verdict, byte[] bytes) {}
