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

  /// The same walk without asking whether a leaf is reached: at a leaf a comparison with no number
  /// leads back to it. So each tree takes the same number of steps every time, and the processor
  /// walks several at once.
  private final int[] steps;

  private final int[] askedSlots;
  private final double[] limits;

  /// The child for values below the limit, less at a leaf, where it is never taken.
  private final int[] below;

  /// What each step changes: at 2n for values below the limit of node n, at 2n + 1 else.
  private final double[] changes;

  private BoostedTrees(Builder builder) {
    roots = Arrays.copyOf(builder.roots, builder.trees);
    slots = Arrays.copyOf(builder.slots, builder.nodes);
    thresholds = Arrays.copyOf(builder.thresholds, builder.nodes);
    children = Arrays.copyOf(builder.children, builder.nodes);
    values = Arrays.copyOf(builder.values, builder.nodes);
    steps = Arrays.stream(roots).map(this::depth).toArray();
    askedSlots = slots.clone();
    limits = thresholds.clone();
    below = children.clone();
    changes = new double[2 * slots.length];
    for (int node = 0; node < slots.length; node++) {
      if (slots[node] == LEAF) {
        askedSlots[node] = 0;
        limits[node] = Double.NaN;
        below[node] = node - 1;
      } else {
        changes[2 * node] = values[children[node]] - values[node];
        changes[2 * node + 1] = values[children[node] + 1] - values[node];
      }
    }
  }

  private int depth(int node) {
    return slots[node] == LEAF ? 0 : 1 + Math.max(depth(children[node]), depth(children[node] + 1));
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
    for (int tree = 0; tree < roots.length; tree++) {
      int node = roots[tree];
      for (int step = steps[tree]; step > 0; step--) {
        int slot = askedSlots[node];
        int side = vector[slot] < limits[node] ? 0 : 1;
        contributions[slot] += changes[2 * node + side];
        node = below[node] + side;
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
