package io.openvpos.merchant.application;

import io.openvpos.merchant.application.domain.ApplicationForm;
import io.openvpos.merchant.application.domain.Audience;
import io.openvpos.merchant.application.domain.CompanyType;
import java.net.URI;
import java.util.List;

/// A right form for tests.
public final class AForm {

  private AForm() {}

  public static ApplicationForm of(CompanyType type) {
    return new ApplicationForm(
        type,
        "Çınar Kırtasiye Ltd. Şti.",
        "4540536920",
        "Kadıköy",
        new ApplicationForm.Contact("Işıl Öğüt", "isil@cinar.test", "+905321234567"),
        new ApplicationForm.Address("Bağdat Cad. 1", "Kadıköy", "İstanbul", "34710"),
        new ApplicationForm.Site(URI.create("https://cinar.test/"), null, false, null, null),
        5_000_000,
        "5943",
        Audience.CONSUMERS,
        "TR330006100519786457841326",
        List.of("TRY", "USD"),
        "tr");
  }
}
