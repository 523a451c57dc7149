package io.openvpos.fraud.retraining;

import io.openvpos.fraud.model.LabeledRows;
import io.openvpos.fraud.model.Ranking;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// The payments of one part, in time order.
final class StoredPart {

  /// A payment as it was served.
  ///
  /// @param model the one that served
  /// @param fraud known as such
  @SuppressWarnings("ArrayRecordComponent") // Never compared; all of a period are held.
  record Row(
      String paymentId,
      long atMillis,
      String model,
      double probability,
      double[] vector,
      boolean fraud) {}

  private final List<Row> rows;

  StoredPart(List<Row> inNoOrder) {
    rows =
        inNoOrder.stream()
            .sorted(Comparator.comparingLong(Row::atMillis).thenComparing(Row::paymentId))
            .toList();
  }

  LabeledRows labeled() {
    LabeledRows labeled = new LabeledRows();
    rows.forEach(row -> labeled.add(row.vector(), row.fraud()));
    return labeled;
  }

  long frauds() {
    return rows.stream().filter(Row::fraud).count();
  }

  /// Names of the models that served.
  String servedBy() {
    return String.join(", ", new TreeSet<>(rows.stream().map(Row::model).toList()));
  }

  /// How the served probabilities rank the payments.
  Ranking served() {
    boolean[] frauds = new boolean[rows.size()];
    for (int row = 0; row < frauds.length; row++) {
      frauds[row] = rows.get(row).fraud();
    }
    return Ranking.of(rows.stream().mapToDouble(Row::probability).toArray(), frauds);
  }

  /// Mean of the served probabilities.
  double meanServed() {
    return rows.stream().mapToDouble(Row::probability).average().orElse(Double.NaN);
  }

  void digest(MessageDigest digest) {
    for (Row row : rows) {
      byte[] named =
          "%s|%d|%b|%s\n"
              .formatted(row.paymentId(), row.atMillis(), row.fraud(), row.model())
              .getBytes(StandardCharsets.UTF_8);
      ByteBuffer numbers = ByteBuffer.allocate((row.vector().length + 1) * Double.BYTES);
      numbers.putDouble(row.probability());
      for (double value : row.vector()) {
        numbers.putDouble(value);
      }
      digest.update(named);
      digest.update(numbers.array());
    }
  }

  @Override
  public String toString() {
    return rows.size() + " of which fraud " + frauds();
  }
}
