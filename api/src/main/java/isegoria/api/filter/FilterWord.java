package isegoria.api.filter;

/**
 * A word or phrase to look for, in any case.
 *
 * @param whole whether it matches only between the boundaries of words
 */
public record FilterWord(String text, boolean whole) {}
