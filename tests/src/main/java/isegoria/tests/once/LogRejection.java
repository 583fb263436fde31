package isegoria.tests.once;

/** Why a log may refuse a line. */
public sealed interface LogRejection {
  record EmptyLine() implements LogRejection {}
}
