/**
 * What a build took: its slowest test classes, those above their budget, the engines it started.
 */
@NullMarked
package isegoria.tests.budget;

import org.jspecify.annotations.NullMarked;
