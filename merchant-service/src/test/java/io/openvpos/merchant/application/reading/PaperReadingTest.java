package io.openvpos.merchant.application.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.merchant.application.domain.PaperKind;
import io.openvpos.merchant.application.domain.PaperType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PaperReadingTest {

  private static final byte[] PDF = "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8);

  @Test
  void theBytesSayWhatAFileIs() {
    assertThat(PaperReading.upload(PaperKind.OTHER, "photo.png", PDF).type())
        .isEqualTo(PaperType.PDF);
    byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0};
    assertThat(PaperReading.upload(PaperKind.OTHER, "a.pdf", jpeg).type())
        .isEqualTo(PaperType.JPEG);
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    assertThat(PaperReading.upload(PaperKind.OTHER, null, png).type()).isEqualTo(PaperType.PNG);
  }

  @Test
  void whatIsNoneOfThemIsRefusedWhateverItIsCalled() {
    for (String other : new String[] {"", "%PD", "<html>", "MZ", "PK\u0003\u0004", " %PDF-"}) {
      assertThatThrownBy(() ->
              PaperReading.upload(
                  PaperKind.OTHER, "vergi.pdf", other.getBytes(StandardCharsets.UTF_8)))
          .hasMessage("unsupported_file_type");
    }
  }

  @Test
  void aNameHasNoFolderAndNoControlCharacters() {
    assertThat(name("../../etc/vergi levhası.pdf")).isEqualTo("vergi levhası.pdf");
    assertThat(name("C:\\belgeler\\imza.pdf")).isEqualTo("imza.pdf");
    assertThat(name("a\r\nSet-Cookie: x\".pdf")).isEqualTo("aSet-Cookie: x.pdf");
    assertThat(name("/")).isEqualTo("other.pdf");
    assertThat(name("ş".repeat(500))).hasSize(120);
  }

  private static String name(String sent) {
    return PaperReading.upload(PaperKind.OTHER, sent, PDF).name();
  }
}
