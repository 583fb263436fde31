package isegoria.api.text;

/** One part of a text, in order; the {@code raw} texts of all parts joined are the text. */
sealed interface Part {

  String raw();

  record Words(String raw) implements Part {}

  record Link(String raw) implements Part {}

  record At(String raw, Mention mention) implements Part {}

  record Tag(String raw, Hashtag hashtag) implements Part {}
}
