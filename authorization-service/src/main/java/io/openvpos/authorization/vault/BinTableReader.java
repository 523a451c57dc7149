package io.openvpos.authorization.vault;

import io.openvpos.messaging.task.Tasks;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lays the newest imported table over this instance's own, soon after it was imported.
final class BinTableReader implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(BinTableReader.class);
  private static final Duration EVERY = Duration.ofSeconds(30);

  private final StoredBinTables stored;
  private final BinTable table;
  private final Tasks.Worker worker;
  private int version;

  BinTableReader(StoredBinTables stored, BinTable table, Tasks tasks) {
    this.stored = stored;
    this.table = table;
    worker = tasks.worker("bin-tables");
  }

  void start() {
    worker.every(Duration.ZERO, EVERY, this::read);
  }

  /// One that cannot be read leaves the table as it is.
  void read() {
    try {
      stored.newest().filter(newest -> newest.version() != version).ifPresent(this::lay);
    } catch (RuntimeException e) {
      LOGGER.warn("the tables of BINs could not be read; tried again shortly", e);
    }
  }

  private void lay(StoredBinTables.Table newest) {
    BinFile.Read read = BinFile.read(newest.text());
    if (read.faults().isEmpty()) {
      table.lay(read.ranges());
      LOGGER.info("BINs: version {} with {} ranges", newest.version(), read.ranges().size());
    } else {
      LOGGER.error("BINs: version {} is not sound: {}", newest.version(), read.faults());
    }
    version = newest.version();
  }

  @Override
  public void close() {
    worker.close();
  }
}
