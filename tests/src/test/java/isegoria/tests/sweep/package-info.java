@NullMarked
package isegoria.tests.sweep;

import org.jspecify.annotations.NullMarked;
