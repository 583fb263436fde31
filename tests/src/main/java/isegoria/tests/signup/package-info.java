/**
 * Sign-ups that are cut off between any two of their steps, and what becomes of their names and
 * addresses. Start reading at {@link isegoria.tests.signup.SignUpLoad}.
 */
@NullMarked
package isegoria.tests.signup;

import org.jspecify.annotations.NullMarked;
