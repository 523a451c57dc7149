package io.openvpos.sandbox.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/// The library's backend with every command made durable by the group commit.
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
  private final Set<String> opened;

  DurableBackend(MVStore store, CommandLog log) {
    // First, because the parent's constructor opens what the file holds.
    this.opened = ConcurrentHashMap.newKeySet();
    this.commits = new GroupCommit(store, log);
    super(store);
    commits.start();
  }

  GroupCommit commits() {
    return commits;
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String databaseName) {
    MongoDatabase database =
        new DurableDatabase(databaseName, getMvStore(), commits, getCursorRegistry());
    opened.add(databaseName);
    return database;
  }

  @Override
  public void dropDatabase(String databaseName) {
    opened.remove(databaseName);
    super.dropDatabase(databaseName);
  }

  @Override
  public Document handleCommand(
      Channel channel, String databaseName, String command, Document query) {
    return execute(
        databaseName,
        READS.contains(command.toLowerCase(Locale.ROOT)),
        () -> super.handleCommand(channel, databaseName, command, query));
  }

  @Override
  public QueryResult handleQuery(MongoQuery query) {
    return execute(query.getDatabaseName(), true, () -> super.handleQuery(query));
  }

  /// Whatever names a database first makes it.
  private <T> T execute(String databaseName, boolean reads, Supplier<T> command) {
    return reads && opened.contains(databaseName) ? commits.read(command) : commits.write(command);
  }
}
