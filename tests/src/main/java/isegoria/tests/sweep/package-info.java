/**
 * The canary sweep: people act with words that nothing else contains, then every byte that the
 * platform keeps or shows is searched for them. Where which words may be is one table; after an
 * erasure they must be nowhere. Start reading at {@link isegoria.tests.sweep.Allowed}.
 */
@NullMarked
package isegoria.tests.sweep;

import org.jspecify.annotations.NullMarked;
