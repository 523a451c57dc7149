package io.openvpos.fraud.model;

import io.openvpos.fraud.features.Feature;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes trees of ours as an ONNX file, so that both can be asked about the same payments: a
/// TreeEnsembleRegressor whose leaves and base carry the calibration, then a Sigmoid. Field numbers
/// are those of onnx.proto3.
final class OnnxTrees {

  private static final int FLOAT = 1;
  private static final int INT = 2;
  private static final int STRING = 3;
  private static final int FLOATS = 6;
  private static final int INTS = 7;
  private static final int STRINGS = 8;

  private final FraudModel model;
  private final Message attributes = new Message();

  private OnnxTrees(FraudModel model) {
    this.model = model;
  }

  static byte[] write(FraudModel model, Map<String, String> metadata) {
    Message file =
        new Message()
            .number(1, 8)
            .message(7, new OnnxTrees(model).graph())
            .message(8, new Message().text(1, "").number(2, 17))
            .message(8, new Message().text(1, "ai.onnx.ml").number(2, 3));
    metadata.forEach((key, value) -> file.message(14, new Message().text(1, key).text(2, value)));
    return file.bytes();
  }

  static String codes(FraudModel model) {
    return model.features().stream().map(Feature::code).collect(Collectors.joining(","));
  }

  private Message graph() {
    trees();
    return new Message()
        .message(
            1,
            new Message()
                .text(1, "payments")
                .text(2, "margin")
                .text(4, "TreeEnsembleRegressor")
                .raw(attributes)
                .text(7, "ai.onnx.ml"))
        .message(1, new Message().text(1, "margin").text(2, "probability").text(4, "Sigmoid"))
        .text(2, "trees")
        .message(11, tensor("payments", model.features().size()))
        .message(12, tensor("probability", 1));
  }

  private static Message tensor(String name, int columns) {
    Message shape =
        new Message()
            .message(1, new Message().text(2, "rows"))
            .message(1, new Message().number(1, columns));
    Message type = new Message().message(1, new Message().number(1, FLOAT).message(2, shape));
    return new Message().text(1, name).message(2, type);
  }

  private void trees() {
    BoostedTrees trees = model.trees();
    Message treeIds = new Message();
    Message nodeIds = new Message();
    Message slots = new Message();
    Message modes = new Message();
    Message limits = new Message();
    Message below = new Message();
    Message above = new Message();
    Message leafTrees = new Message();
    Message leafNodes = new Message();
    Message leafTargets = new Message();
    Message weights = new Message();
    List<Integer> columns = model.features().stream().map(Feature::slot).toList();
    for (int tree = 0; tree < trees.trees(); tree++) {
      int root = trees.root(tree);
      for (int node = root; node < trees.end(tree); node++) {
        boolean leaf = trees.isLeaf(node);
        treeIds.number(8, tree);
        nodeIds.number(8, node - root);
        slots.number(8, leaf ? 0 : columns.indexOf(trees.slot(node)));
        modes.text(9, leaf ? "LEAF" : "BRANCH_LT");
        limits.decimal(7, leaf ? 0 : (float) trees.threshold(node));
        below.number(8, leaf ? 0 : trees.child(node) - root);
        above.number(8, leaf ? 0 : trees.child(node) - root + 1);
        if (leaf) {
          leafTrees.number(8, tree);
          leafNodes.number(8, node - root);
          leafTargets.number(8, 0);
          weights.decimal(7, (float) (model.calibration().slope() * trees.value(node)));
        }
      }
    }
    attribute("nodes_treeids", INTS, treeIds);
    attribute("nodes_nodeids", INTS, nodeIds);
    attribute("nodes_featureids", INTS, slots);
    attribute("nodes_modes", STRINGS, modes);
    attribute("nodes_values", FLOATS, limits);
    attribute("nodes_truenodeids", INTS, below);
    attribute("nodes_falsenodeids", INTS, above);
    attribute("target_treeids", INTS, leafTrees);
    attribute("target_nodeids", INTS, leafNodes);
    attribute("target_ids", INTS, leafTargets);
    attribute("target_weights", FLOATS, weights);
    attribute("n_targets", INT, new Message().number(3, 1));
    attribute("aggregate_function", STRING, new Message().text(4, "SUM"));
    attribute(
        "base_values", FLOATS, new Message().decimal(7, (float) model.calibration().intercept()));
  }

  private void attribute(String name, int type, Message values) {
    attributes.message(5, new Message().text(1, name).raw(values).number(20, type));
  }

  /// Protocol buffers by hand: a tag of field number and wire type before each value.
  private static final class Message {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      varint((long) field << 3);
      varint(value);
      return this;
    }

    Message decimal(int field, float value) {
      varint(((long) field << 3) | 5);
      out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array());
      return this;
    }

    Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return bytes(field, value.bytes());
    }

    Message raw(Message fields) {
      out.writeBytes(fields.bytes());
      return this;
    }

    byte[] bytes() {
      return out.toByteArray();
    }

    private Message bytes(int field, byte[] value) {
      varint(((long) field << 3) | 2);
      varint(value.length);
      out.writeBytes(value);
      return this;
    }

    private void varint(long value) {
      long left = value;
      while ((left & ~0x7FL) != 0) {
        out.write((int) ((left & 0x7F) | 0x80));
        left >>>= 7;
      }
      out.write((int) left);
    }
  }
}
