/**
 * The whole platform under load, over HTTP through its gateway: what a post and a page cost all
 * processes together. Start reading at {@link isegoria.benchmarks.http.HttpRun}.
 */
@NullMarked
package isegoria.benchmarks.http;

import org.jspecify.annotations.NullMarked;
