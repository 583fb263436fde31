/**
 * Accounts, log-in and OAuth, profiles, and how accounts stand to each other.
 *
 * <p>{@code write} holds the rules of an account, of a name and of a pair of accounts; {@code
 * policy} what follows from them; {@code read} what can be seen. {@code http}, {@code kafka} and
 * {@code cassandra} connect them to the world, {@code config} puts them together. Passwords,
 * e-mails and tokens never enter the log: they stand in tables of their own.
 */
@NullMarked
package isegoria.account;

import org.jspecify.annotations.NullMarked;
