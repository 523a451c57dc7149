package io.openvpos.authorization.vault;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.vault.mongo.MongoBinTables;
import java.time.Clock;
import java.util.List;

/// The tables of BINs that were imported. The newest one holds; former ones stay to look at.
public final class BinTables {

  private static final int RACES = 10;

  private final StoredBinTables stored;
  private final Clock clock;

  BinTables(StoredBinTables stored, Clock clock) {
    this.stored = stored;
    this.clock = clock;
  }

  public static BinTables in(MongoDatabase database, Clock clock) {
    return new BinTables(MongoBinTables.in(database), clock);
  }

  /// What became of an import.
  ///
  /// @param version of the table that was stored; 0 if it is not sound
  /// @param ranges how many it has
  /// @param faults what is wrong with it; then nothing was changed
  public record Imported(int version, int ranges, List<String> faults) {}

  /// Stores the text of a file as the newest table, if it is sound.
  public Imported store(String text) {
    BinFile.Read read = BinFile.read(text);
    if (!read.faults().isEmpty()) {
      return new Imported(0, read.ranges().size(), read.faults());
    }
    for (int race = 0; race < RACES; race++) {
      int version = stored.newest().map(StoredBinTables.Table::version).orElse(0) + 1;
      if (stored.add(new StoredBinTables.Table(version, text, clock.instant()))) {
        return new Imported(version, read.ranges().size(), List.of());
      }
    }
    throw new IllegalStateException("others imported " + RACES + " tables meanwhile");
  }
}
