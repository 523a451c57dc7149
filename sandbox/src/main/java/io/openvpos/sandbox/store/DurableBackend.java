package io.openvpos.sandbox.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;

/// The library's backend with every command run under the group commit's shared lock.
final class DurableBackend extends H2Backend {

  /// Commands that change nothing. Any other is counted as a write, which costs at most a commit.
  private static final Set<String> READS =
      Set.of(
          "find",
          "count",
          "distinct",
          "getmore",
          "killcursors",
          "ismaster",
          "hello",
          "buildinfo",
          "ping",
          "listcollections",
          "listindexes",
          "endsessions");

  private final GroupCommit commits;

  DurableBackend(MVStore store) {
    this.commits = new GroupCommit(store);
    super(store);
    commits.start();
  }

  GroupCommit commits() {
    return commits;
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String databaseName) {
    return new DurableDatabase(databaseName, getMvStore(), getCursorRegistry());
  }

  @Override
  public Document handleCommand(
      Channel channel, String databaseName, String command, Document query) {
    boolean writes = !READS.contains(command.toLowerCase(Locale.ROOT));
    return commits.execute(
        writes, () -> super.handleCommand(channel, databaseName, command, query));
  }

  @Override
  public QueryResult handleQuery(MongoQuery query) {
    return commits.execute(false, () -> super.handleQuery(query));
  }
}
