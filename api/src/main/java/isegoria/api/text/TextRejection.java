package isegoria.api.text;

/** Why something written cannot be a post. The description is what clients show, after "Text". */
public enum TextRejection implements ParsedText {
  BLANK("can't be blank"),
  TOO_LONG("character limit of " + PostText.CHARACTERS_MAX + " exceeded"),
  TOO_MANY_BYTES("is too large"),
  TOO_MANY_MENTIONS("has more than " + PostText.MENTIONS_MAX + " mentions"),
  TOO_MANY_TAGS("has more than " + PostText.TAGS_MAX + " hashtags"),
  ;

  private final String description;

  TextRejection(String description) {
    this.description = description;
  }

  public String description() {
    return description;
  }

  /** The whole sentence of the error body. */
  public String problem() {
    return "Validation failed: Text " + description;
  }
}
