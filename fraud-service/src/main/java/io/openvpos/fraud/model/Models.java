package io.openvpos.fraud.model;

import org.jspecify.annotations.Nullable;

/// The model that scores, and one that is tried beside it and decides nothing.
public record Models(ScoringModel live, @Nullable ScoringModel shadow) {}
