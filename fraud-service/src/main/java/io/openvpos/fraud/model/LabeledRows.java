package io.openvpos.fraud.model;

import java.util.ArrayList;
import java.util.List;

/// Vectors with what became known of them, in the order they were served.
public final class LabeledRows {

  private final List<double[]> vectors = new ArrayList<>();
  private final List<Boolean> frauds = new ArrayList<>();

  public void add(double[] vector, boolean fraud) {
    vectors.add(vector);
    frauds.add(fraud);
  }

  public int size() {
    return vectors.size();
  }

  public double[] vector(int row) {
    return vectors.get(row);
  }

  public boolean fraud(int row) {
    return frauds.get(row);
  }

  public long fraudCount() {
    return frauds.stream().filter(fraud -> fraud).count();
  }

  /// All rows' values at one place of the vector.
  double[] column(int slot) {
    return vectors.stream().mapToDouble(vector -> vector[slot]).toArray();
  }
}
