package io.openvpos.fraud.model;

import io.openvpos.fraud.features.Feature;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Grows one tree after another, depth first, on the gradients of the moment.
final class TreeGrower {

  private static final double LEAST_GAIN = 1e-9;

  private final TrainingSettings settings;
  private final List<Feature> features;
  private final BinnedColumn[] columns;
  private final Gradients gradients;
  private final int[] order;
  private final int[] aside;
  private final double[] first;
  private final double[] second;

  /// A cut of one feature and what it gains.
  private record Split(int feature, int cut, double gain, double left, double right) {}

  /// Rows of a node and the range that monotone splits above it leave for its value.
  private record Node(int from, int to, double least, double most) {}

  TreeGrower(
      TrainingSettings settings,
      List<Feature> features,
      BinnedColumn[] columns,
      Gradients gradients) {
    this.settings = settings;
    this.features = features;
    this.columns = columns;
    this.gradients = gradients;
    this.order = new int[gradients.first.length];
    this.aside = new int[order.length];
    int bins = Arrays.stream(columns).mapToInt(BinnedColumn::cutCount).max().orElse(0) + 1;
    this.first = new double[bins];
    this.second = new double[bins];
  }

  /// Adds a tree and its answers to the margins.
  void grow(BoostedTrees.Builder trees, double[] margins) {
    for (int row = 0; row < order.length; row++) {
      order[row] = row;
    }
    trees.beginTree();
    Node root = new Node(0, order.length, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    grow(trees, trees.addNode(), root, settings.depth(), margins);
  }

  private void grow(BoostedTrees.Builder trees, int id, Node node, int levels, double[] margins) {
    double g = 0;
    double h = 0;
    for (int i = node.from(); i < node.to(); i++) {
      g += gradients.first[order[i]];
      h += gradients.second[order[i]];
    }
    double value = bounded(-g / (h + settings.lambda()), node);
    trees.setValue(id, settings.learningRate() * value);
    Split best = levels == 0 ? null : bestSplit(node, g, h);
    if (best == null) {
      for (int i = node.from(); i < node.to(); i++) {
        margins[order[i]] += settings.learningRate() * value;
      }
      return;
    }
    BinnedColumn column = columns[best.feature()];
    Feature feature = features.get(best.feature());
    int middle = partition(node, column, best.cut());
    int left = trees.split(id, feature.slot(), column.cut(best.cut()));
    double between = (best.left() + best.right()) / 2;
    int direction = feature.direction();
    Node low =
        new Node(
            node.from(),
            middle,
            direction < 0 ? between : node.least(),
            direction > 0 ? between : node.most());
    Node high =
        new Node(
            middle,
            node.to(),
            direction > 0 ? between : node.least(),
            direction < 0 ? between : node.most());
    grow(trees, left, low, levels - 1, margins);
    grow(trees, left + 1, high, levels - 1, margins);
  }

  private @Nullable Split bestSplit(Node node, double g, double h) {
    Split best = null;
    double whole = g * g / (h + settings.lambda());
    for (int feature = 0; feature < columns.length; feature++) {
      if (columns[feature].cutCount() > 0) {
        fill(node, columns[feature]);
        Split found = bestCut(node, feature, g, h, whole);
        if (found != null && (best == null || found.gain() > best.gain())) {
          best = found;
        }
      }
    }
    return best;
  }

  private void fill(Node node, BinnedColumn column) {
    Arrays.fill(first, 0, column.cutCount() + 1, 0);
    Arrays.fill(second, 0, column.cutCount() + 1, 0);
    char[] bins = column.bins();
    for (int i = node.from(); i < node.to(); i++) {
      int row = order[i];
      first[bins[row]] += gradients.first[row];
      second[bins[row]] += gradients.second[row];
    }
  }

  private @Nullable Split bestCut(Node node, int feature, double g, double h, double whole) {
    int direction = features.get(feature).direction();
    double bestGain = LEAST_GAIN;
    int bestCut = -1;
    double bestLeft = 0;
    double bestRight = 0;
    double leftG = 0;
    double leftH = 0;
    int cuts = columns[feature].cutCount();
    for (int cut = 0; cut < cuts; cut++) {
      if (second[cut] == 0) {
        continue;
      }
      leftG += first[cut];
      leftH += second[cut];
      double rightH = h - leftH;
      if (rightH < settings.minHessian()) {
        break;
      }
      if (leftH >= settings.minHessian()) {
        double rightG = g - leftG;
        double gain =
            leftG * leftG / (leftH + settings.lambda())
                + rightG * rightG / (rightH + settings.lambda())
                - whole;
        if (gain > bestGain) {
          double left = bounded(-leftG / (leftH + settings.lambda()), node);
          double right = bounded(-rightG / (rightH + settings.lambda()), node);
          if (direction * (right - left) >= 0) {
            bestGain = gain;
            bestCut = cut;
            bestLeft = left;
            bestRight = right;
          }
        }
      }
    }
    return bestCut < 0 ? null : new Split(feature, bestCut, bestGain, bestLeft, bestRight);
  }

  /// Rows below the cut first; both sides keep their order. The first row of the upper side.
  private int partition(Node node, BinnedColumn column, int cut) {
    char[] bins = column.bins();
    int low = node.from();
    int high = 0;
    for (int i = node.from(); i < node.to(); i++) {
      if (bins[order[i]] <= cut) {
        order[low++] = order[i];
      } else {
        aside[high++] = order[i];
      }
    }
    System.arraycopy(aside, 0, order, low, high);
    return low;
  }

  private static double bounded(double value, Node node) {
    return Math.min(node.most(), Math.max(node.least(), value));
  }
}
