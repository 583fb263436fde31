package isegoria.account.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import isegoria.account.read.relationship.TieRow;
import isegoria.api.paging.Page;
import isegoria.events.AccountId;
import java.util.List;

/** How a list of ties is kept. */
interface ListTable {

  List<BoundStatement> put(AccountId owner, TieRow row, long micros);

  BoundStatement remove(AccountId owner, TieRow row, long micros);

  /** Newest first. */
  List<TieRow> page(AccountId owner, Page page);
}
