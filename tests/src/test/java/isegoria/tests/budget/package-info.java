/** Budgets and limits name what exceeds them. */
@NullMarked
package isegoria.tests.budget;

import org.jspecify.annotations.NullMarked;
