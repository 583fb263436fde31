package isegoria.api.text;

/** One part of a text, in order; the {@code raw} texts of all parts joined are the text. */
sealed interface TextPart {

  String raw();

  record Words(String raw) implements TextPart {}

  record Link(String raw) implements TextPart {}

  record At(String raw, Mention mention) implements TextPart {}

  record Tag(String raw, Hashtag hashtag) implements TextPart {}
}
