package isegoria.account.kafka;

/** What an open event says of words: a hash that nobody can guess them from. */
@FunctionalInterface
public interface WordsHash {
  String of(String stream, String words);
}
