/**
 * The proofs over the whole system, each a main class: World, ExactlyOnce, Kills, Bench, and Prove,
 * which runs them all. They know the platform by its public client API and its processes only;
 * start reading at {@link isegoria.tests.Prove}.
 */
@NullMarked
package isegoria.tests;

import org.jspecify.annotations.NullMarked;
