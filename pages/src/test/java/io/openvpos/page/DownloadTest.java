package io.openvpos.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DownloadTest {

  private final Download one =
      new Download("/portal/statements/download", "/v1/merchants/{merchant}/statements");
  private final Download below = new Download("/portal/files/**", "/v1/files/**");

  @Test
  void onePathIsThatPathOnly() {
    assertThat(one.isOf("/portal/statements/download")).isTrue();
    assertThat(one.isOf("/portal/statements/download/")).isFalse();
    assertThat(one.isOf("/portal/statements/download/x")).isFalse();
    assertThat(one.isOfOneMerchant()).isTrue();
    assertThat(one.apiPath("/portal/statements/download", "mer_1"))
        .isEqualTo("/v1/merchants/mer_1/statements");
  }

  @Test
  void everythingBelowAPathKeepsItsRest() {
    assertThat(below.isOf("/portal/files/a/b.pdf")).isTrue();
    assertThat(below.isOf("/portal/files")).isFalse();
    assertThat(below.isOf("/portal/filesystem/a")).isFalse();
    assertThat(below.isOfOneMerchant()).isFalse();
    assertThat(below.apiPath("/portal/files/a/b.pdf", "")).isEqualTo("/v1/files/a/b.pdf");
  }
}
