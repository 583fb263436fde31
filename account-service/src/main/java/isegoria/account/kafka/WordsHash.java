package isegoria.account.kafka;

/** What an open event says of words: a keyed hash, from which they cannot be guessed. */
@FunctionalInterface
public interface WordsHash {
  String of(String stream, String words);
}
