package io.openvpos.fraud.model.onnx;

import ai.onnxruntime.OrtException;
import io.openvpos.fraud.model.ModelFormat;
import io.openvpos.fraud.model.ScoringModel;

/// Files whose names end in `.onnx`; [OnnxModel] says what is to be in them.
public final class OnnxFormat implements ModelFormat {

  @Override
  public String suffix() {
    return ".onnx";
  }

  @Override
  public ScoringModel read(byte[] bytes) {
    try {
      return OnnxModel.open(bytes);
    } catch (OrtException e) {
      throw new IllegalArgumentException("no model of ONNX: " + e.getMessage(), e);
    }
  }
}
