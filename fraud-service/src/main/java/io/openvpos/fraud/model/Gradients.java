package io.openvpos.fraud.model;

/// First and second derivatives of the logistic loss by row.
final class Gradients {

  /// A row that is certain still weighs a little, so that no sum is zero.
  private static final double LEAST = 1e-16;

  final double[] first;
  final double[] second;

  Gradients(int rows) {
    first = new double[rows];
    second = new double[rows];
  }

  void set(int row, double probability, boolean fraud) {
    first[row] = probability - (fraud ? 1 : 0);
    second[row] = Math.max(LEAST, probability * (1 - probability));
  }
}
