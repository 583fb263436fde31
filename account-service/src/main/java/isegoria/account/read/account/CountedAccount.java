package isegoria.account.read.account;

import isegoria.account.write.account.Account;
import isegoria.api.view.AccountCounts;

/** An account with what is counted of it: one row. */
public record CountedAccount(Account.Open account, AccountCounts counts) {}
