package io.openvpos.merchant.application.domain;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/// The three types of file that a paper may be, told by how the file begins and never by what its
/// sender calls it.
public enum PaperType {
  PDF("application/pdf", "pdf", "%PDF-"),
  JPEG("image/jpeg", "jpg", "\u00FF\u00D8\u00FF"),
  PNG("image/png", "png", "\u0089PNG\r\n\u001A\n");

  private final String mediaType;
  private final String extension;

  /// One letter a byte.
  private final String beginning;

  PaperType(String mediaType, String extension, String beginning) {
    this.mediaType = mediaType;
    this.extension = extension;
    this.beginning = beginning;
  }

  public String mediaType() {
    return mediaType;
  }

  public String extension() {
    return extension;
  }

  /// The type that the bytes begin as; empty if none.
  public static Optional<PaperType> sniff(byte[] bytes) {
    return Stream.of(values()).filter(type -> type.begins(bytes)).findFirst();
  }

  private boolean begins(byte[] bytes) {
    int length = Math.min(bytes.length, beginning.length());
    return beginning.equals(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
  }
}
