package io.openvpos.fraud.rules.syntax;

/// Where something stands in a rule's text.
///
/// @param line from 1
/// @param column from 1, in characters as people count them
public record Place(int line, int column) {}
