package io.openvpos.fraud.model;

import java.util.Arrays;

/// Trees as flat arrays. A walk is a handful of array reads a tree; nothing is allocated.
public final class BoostedTrees {

  private static final int LEAF = -1;

  /// First node of each tree.
  private final int[] roots;

  /// Place in the served vector; −1 at a leaf.
  private final int[] slots;

  private final double[] thresholds;

  /// The child for values below the threshold; the other one follows it.
  private final int[] children;

  /// What a walk that stopped here would add: leaves answer it, inner nodes explain by it.
  private final double[] values;

  private BoostedTrees(Builder builder) {
    roots = Arrays.copyOf(builder.roots, builder.trees);
    slots = Arrays.copyOf(builder.slots, builder.nodes);
    thresholds = Arrays.copyOf(builder.thresholds, builder.nodes);
    children = Arrays.copyOf(builder.children, builder.nodes);
    values = Arrays.copyOf(builder.values, builder.nodes);
  }

  public int trees() {
    return roots.length;
  }

  /// Log-odds before calibration.
  public double margin(double[] vector) {
    double margin = 0;
    for (int node : roots) {
      while (slots[node] != LEAF) {
        node = vector[slots[node]] < thresholds[node] ? children[node] : children[node] + 1;
      }
      margin += values[node];
    }
    return margin;
  }

  /// The margin, and what each feature did for it: along each path the change of value at a split
  /// is put to the feature split on. Contributions and the roots' values add up to the margin.
  public double explain(double[] vector, double[] contributions) {
    Arrays.fill(contributions, 0);
    double margin = 0;
    for (int node : roots) {
      while (slots[node] != LEAF) {
        int slot = slots[node];
        int next = vector[slot] < thresholds[node] ? children[node] : children[node] + 1;
        contributions[slot] += values[next] - values[node];
        node = next;
      }
      margin += values[node];
    }
    return margin;
  }

  /// The part of every margin that no feature explains.
  double base() {
    double base = 0;
    for (int root : roots) {
      base += values[root];
    }
    return base;
  }

  int nodes() {
    return slots.length;
  }

  /// One past the last node of a tree.
  int end(int tree) {
    return tree + 1 < roots.length ? roots[tree + 1] : slots.length;
  }

  int root(int tree) {
    return roots[tree];
  }

  boolean isLeaf(int node) {
    return slots[node] == LEAF;
  }

  int slot(int node) {
    return slots[node];
  }

  double threshold(int node) {
    return thresholds[node];
  }

  int child(int node) {
    return children[node];
  }

  double value(int node) {
    return values[node];
  }

  /// Node by node.
  static final class Builder {

    private int[] roots = new int[64];
    private int[] slots = new int[256];
    private double[] thresholds = new double[256];
    private int[] children = new int[256];
    private double[] values = new double[256];
    private int trees;
    private int nodes;

    void beginTree() {
      if (trees == roots.length) {
        roots = Arrays.copyOf(roots, trees * 2);
      }
      roots[trees++] = nodes;
    }

    int addNode() {
      if (nodes == slots.length) {
        slots = Arrays.copyOf(slots, nodes * 2);
        thresholds = Arrays.copyOf(thresholds, nodes * 2);
        children = Arrays.copyOf(children, nodes * 2);
        values = Arrays.copyOf(values, nodes * 2);
      }
      slots[nodes] = LEAF;
      return nodes++;
    }

    void setValue(int node, double value) {
      values[node] = value;
    }

    /// Adds both children and returns the lower one.
    int split(int node, int slot, double threshold) {
      int child = addNode();
      addNode();
      split(node, slot, threshold, child);
      return child;
    }

    void split(int node, int slot, double threshold, int child) {
      slots[node] = slot;
      thresholds[node] = threshold;
      children[node] = child;
    }

    BoostedTrees build() {
      return new BoostedTrees(this);
    }
  }
}
