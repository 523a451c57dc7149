package io.openvpos.merchant.application.domain;

import java.time.Instant;

/// A file that an applicant sent.
///
/// @param fileId where its bytes are
/// @param name as the applicant called it, without any folder
/// @param size in bytes
/// @param sha256 of the bytes, lower-case hexadecimal
public record Paper(
    String fileId,
    PaperKind kind,
    String name,
    PaperType type,
    long size,
    String sha256,
    Instant uploadedAt) {

  /// Five mebibytes: a scan of some pages.
  public static final int MAX_BYTES = 5 * 1024 * 1024;

  /// Of one application.
  public static final int MAX_COUNT = 20;
}
