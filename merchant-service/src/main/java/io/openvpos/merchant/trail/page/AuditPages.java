package io.openvpos.merchant.trail.page;

import io.openvpos.merchant.audit.AuditRecords;
import io.openvpos.merchant.audit.domain.AuditRecord;
import io.openvpos.messaging.access.Role;
import io.openvpos.page.NavEntry;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// Who changed what: the newest of everything, or all of one subject.
@PageController
final class AuditPages {

  private static final String PATH = "/portal/audit";
  private static final int NEWEST = 100;

  private final AuditRecords records;

  AuditPages(AuditRecords records) {
    this.records = records;
  }

  @Bean
  static NavEntry auditEntry() {
    return NavEntry.of(150, PATH, "audit.menu", Role.AUDITOR, Role.ACQUIRER_OPS);
  }

  @GetMapping(PATH)
  Rendering trail(PageCaller caller, @RequestParam(required = false) @Nullable String subject) {
    caller.require(Role.AUDITOR, Role.ACQUIRER_OPS);
    String wanted = subject == null ? "" : subject.strip();
    List<AuditRecord> found = wanted.isEmpty() ? records.newest(NEWEST) : records.of(wanted);
    return caller.page("audit/trail").with("records", found).with("subject", wanted).rendering();
  }
}
