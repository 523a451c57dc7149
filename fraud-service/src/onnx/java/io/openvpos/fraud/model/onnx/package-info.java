/// Models in ONNX files, by ONNX Runtime. Part of the build by its profile `onnx` alone.
@NullMarked
package io.openvpos.fraud.model.onnx;

import org.jspecify.annotations.NullMarked;
