package io.openvpos.fraud.model;

import io.openvpos.fraud.features.Feature;
import io.openvpos.fraud.features.FeatureSchema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A model as lines of text that people can read and compare. The last line is the SHA-256 of all
/// before it. Features are named, so that a file outlives additions to the schema; one that names a
/// feature unknown here is refused.
public final class ModelFile {

  /// How names of its files end.
  static final String SUFFIX = ".model";

  private static final String MAGIC = "openvpos-fraud-model 1";
  private static final String DIGEST = "sha256 ";

  private ModelFile() {}

  public static byte[] write(FraudModel model) {
    StringBuilder text = new StringBuilder(MAGIC).append('\n');
    text.append("name ").append(model.name()).append('\n');
    model
        .card()
        .forEach((key, value) ->
            text.append("card ").append(key).append(' ').append(value).append('\n'));
    String features = model.features().stream().map(Feature::code).collect(Collectors.joining(" "));
    text.append("features ").append(features).append('\n');
    Calibration calibration = model.calibration();
    text.append("calibration ").append(calibration.slope()).append(' ');
    text.append(calibration.intercept()).append('\n');
    for (int tree = 0; tree < model.trees().trees(); tree++) {
      tree(text, model, tree);
    }
    String digest = sha256(text.toString());
    text.append(DIGEST).append(digest).append('\n');
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Throws [IllegalArgumentException] saying what is wrong and where.
  public static FraudModel read(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int end = text.lastIndexOf(DIGEST);
    if (!text.startsWith(MAGIC + "\n")) {
      throw new IllegalArgumentException("no model file: it does not begin with " + MAGIC);
    }
    if (end < 0
        || !text.substring(end + DIGEST.length()).strip().equals(sha256(text.substring(0, end)))) {
      throw new IllegalArgumentException("the model file is damaged: its digest does not agree");
    }
    return new Reader().read(text.substring(0, end).lines().toList());
  }

  private static void tree(StringBuilder text, FraudModel model, int tree) {
    BoostedTrees trees = model.trees();
    int root = trees.root(tree);
    text.append("tree ").append(trees.end(tree) - root).append('\n');
    for (int node = root; node < trees.end(tree); node++) {
      if (trees.isLeaf(node)) {
        text.append("leaf ").append(trees.value(node)).append('\n');
      } else {
        text.append("split ").append(FeatureSchema.all().get(trees.slot(node)).code());
        text.append(' ').append(trees.threshold(node)).append(' ');
        text.append(trees.child(node) - root).append(' ').append(trees.value(node)).append('\n');
      }
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /// One reading.
  private static final class Reader {

    private final Map<String, String> card = new LinkedHashMap<>();
    private final List<Feature> features = new ArrayList<>();
    private final BoostedTrees.Builder trees = new BoostedTrees.Builder();
    private String name = "";
    private Calibration calibration = Calibration.NONE;
    private int root;
    private int nodes;

    FraudModel read(List<String> lines) {
      for (int number = 1; number < lines.size(); number++) {
        String[] words = lines.get(number).split(" ", 2);
        try {
          line(words[0], words.length < 2 ? "" : words[1]);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
          throw new IllegalArgumentException(
              "model file, line " + (number + 1) + ": " + e.getMessage(), e);
        }
      }
      return new FraudModel(name, features, trees.build(), calibration, card);
    }

    private void line(String kind, String rest) {
      String[] words = rest.split(" ", -1);
      switch (kind) {
        case "name" -> name = rest;
        case "card" ->
            card.put(words[0], rest.substring(Math.min(rest.length(), words[0].length() + 1)));
        case "features" -> {
          for (String code : words) {
            features.add(FeatureSchema.of(code));
          }
        }
        case "calibration" ->
            calibration =
                new Calibration(Double.parseDouble(words[0]), Double.parseDouble(words[1]));
        case "tree" -> {
          trees.beginTree();
          root += nodes;
          nodes = 0;
        }
        case "leaf" -> node(Double.parseDouble(words[0]));
        case "split" -> {
          int node = node(Double.parseDouble(words[3]));
          int slot = FeatureSchema.of(words[0]).slot();
          int child = Integer.parseInt(words[2]);
          if (root + child <= node) {
            throw new IllegalArgumentException("a child before its parent");
          }
          trees.split(node, slot, Double.parseDouble(words[1]), root + child);
        }
        default -> throw new IllegalArgumentException("unknown line: " + kind);
      }
    }

    private int node(double value) {
      int node = trees.addNode();
      trees.setValue(node, value);
      nodes++;
      return node;
    }
  }
}
