package isegoria.tests.access;

import isegoria.api.error.Problem;

/** What a call has to be answered with. */
sealed interface Expected {

  /** This error exactly, whatever was asked for. */
  record Refused(Problem problem) implements Expected {}

  /** The same as for what does not exist. */
  record LikeMissing() implements Expected {}

  /** Whatever the endpoint answers to those who may ask. */
  record LetIn() implements Expected {}
}
