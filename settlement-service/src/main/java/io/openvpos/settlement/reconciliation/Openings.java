package io.openvpos.settlement.reconciliation;

import io.openvpos.settlement.matter.domain.Matter;
import io.openvpos.settlement.reconciliation.domain.Discrepancy;
import io.openvpos.settlement.reconciliation.domain.Item;
import io.openvpos.settlement.reconciliation.domain.MatchClass;
import io.openvpos.settlement.reconciliation.domain.Pair;
import io.openvpos.settlement.reconciliation.file.FileHeader;
import io.openvpos.settlement.reference.Arn;
import io.openvpos.settlement.report.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Opens the exceptions of one file, each under an id that the file determines: taken again, it
/// opens the same ones.
final class Openings {

  private static final int ID_CHARACTERS = 24;

  private final FileHeader header;
  private final Instant at;
  private final Map<String, Integer> alike = new HashMap<>();
  private long count;

  Openings(FileHeader header, Instant at) {
    this.header = header;
    this.at = at;
  }

  long count() {
    return count;
  }

  /// Nothing for a pair that matches.
  Optional<Discrepancy> pair(Pair pair) {
    if (pair.match() == MatchClass.MATCHED) {
      return Optional.empty();
    }
    String name = pair.match().code() + "|" + pair.named().key();
    int which = alike.merge(name, 1, Integer::sum);
    return Optional.of(open(name + "|" + which, pair.match().code(), pair.ours(), pair.theirs()));
  }

  /// A record about a chargeback that fits nothing we know.
  Discrepancy claim(long line, Item theirs, String code) {
    return open("claim|" + line, code, null, theirs);
  }

  private Discrepancy open(String name, String kind, @Nullable Item ours, @Nullable Item theirs) {
    count++;
    return new Discrepancy(
        id(name),
        1,
        header.day(),
        header.mode(),
        kind,
        ours,
        theirs,
        merchant(ours, theirs),
        Matter.open(at));
  }

  private String id(String name) {
    Sha256 sha = new Sha256();
    String whole = header.day() + "|" + header.mode().code() + "|" + name;
    sha.add(whole.getBytes(StandardCharsets.UTF_8));
    return "rx_" + sha.hex().substring(0, ID_CHARACTERS);
  }

  private static String merchant(@Nullable Item ours, @Nullable Item theirs) {
    Item item = ours == null ? theirs : ours;
    return item == null ? "" : Arn.parse(item.arn()).map(arn -> arn.head().merchantId()).orElse("");
  }
}
