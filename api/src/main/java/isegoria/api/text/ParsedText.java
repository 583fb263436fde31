package isegoria.api.text;

/** What parsing a post's text gives: the text, or why it cannot be one. */
public sealed interface ParsedText permits PostText, TextRejection {}
