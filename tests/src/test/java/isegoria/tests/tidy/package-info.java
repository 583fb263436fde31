/**
 * What a reviewer should not have to say: widths, sizes, names, links. Each rule is a function over
 * one file, with a test that it can fail. Start reading at {@link isegoria.tests.tidy.TidyTest}.
 */
@NullMarked
package isegoria.tests.tidy;

import org.jspecify.annotations.NullMarked;
