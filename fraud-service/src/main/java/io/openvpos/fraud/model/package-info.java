/// A boosted-tree model: its trainer, its walker with reasons, its calibration, its file and the
/// figures by which models are compared. Pure and deterministic: equal rows and settings give equal
/// bytes. It must not know payments, only the feature schema.
@NullMarked
package io.openvpos.fraud.model;

import org.jspecify.annotations.NullMarked;
