package io.openvpos.sandbox.verify.books;

/// A line of a file. Bytes that are no text stand for themselves.
///
/// @param number from 1
public record LogLine(String file, long number, String text) {}
