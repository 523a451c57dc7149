package io.openvpos.merchant.audit.http;

import io.openvpos.merchant.audit.AuditRecords;
import io.openvpos.merchant.audit.domain.AuditRecord;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The audit trail, for auditors and the acquirer's operators.
@RestController
final class AuditController {

  private static final int NEWEST = 200;

  private final AuditRecords records;

  AuditController(AuditRecords records) {
    this.records = records;
  }

  record Entry(
      String subject,
      long seq,
      String action,
      String who,
      String from,
      Instant at,
      String before,
      String after,
      String previousHash,
      String hash) {

    static Entry of(AuditRecord record) {
      return new Entry(
          record.subject(),
          record.seq(),
          record.action().name(),
          record.action().actor().who(),
          record.action().actor().from(),
          record.action().at(),
          record.before(),
          record.after(),
          record.previousHash(),
          record.hash());
    }
  }

  record Trail(List<Entry> data) {}

  /// With a subject all of its records, oldest first; without one the newest of all.
  @GetMapping("/v1/audit")
  Trail trail(Caller caller, @RequestParam(required = false) @Nullable String subject) {
    Access.require(caller, Role.AUDITOR, Role.ACQUIRER_OPS);
    List<AuditRecord> found = subject == null ? records.newest(NEWEST) : records.of(subject);
    return new Trail(found.stream().map(Entry::of).toList());
  }
}
