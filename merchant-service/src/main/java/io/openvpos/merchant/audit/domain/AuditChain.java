package io.openvpos.merchant.audit.domain;

import java.util.List;
import java.util.Optional;

/// Where a subject's chain of records ends. It is kept in the subject's own document, so a record
/// cannot be dropped from the end unseen either.
///
/// @param seq of the last record, 0 before the first
/// @param digest of the state after the last record
public record AuditChain(String subject, long seq, String hash, String digest) {

  public static AuditChain begin(String subject) {
    return new AuditChain(subject, 0, AuditRecord.NOTHING, AuditRecord.NOTHING);
  }

  /// The record of a change to the state with the given digest.
  public AuditRecord next(Action action, String after) {
    return AuditRecord.following(this, action, digest, after);
  }

  public AuditChain with(AuditRecord record) {
    return new AuditChain(subject, record.seq(), record.hash(), record.after());
  }

  /// The first sequence number at which the records, oldest first, are not what this chain says of
  /// them; empty if all are.
  public Optional<Long> firstBroken(List<AuditRecord> records) {
    AuditChain walked = begin(subject);
    for (AuditRecord record : records) {
      boolean follows =
          record.subject().equals(subject)
              && record.seq() == walked.seq() + 1
              && record.previousHash().equals(walked.hash())
              && record.before().equals(walked.digest())
              && record.intact();
      if (!follows) {
        return Optional.of(walked.seq() + 1);
      }
      walked = walked.with(record);
    }
    return walked.equals(this) ? Optional.empty() : Optional.of(walked.seq() + 1);
  }
}
