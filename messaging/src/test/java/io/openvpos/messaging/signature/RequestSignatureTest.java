package io.openvpos.messaging.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.messaging.access.Ed25519;
import java.net.URI;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

/// The example of RFC 9421, B.2.6, and what is no signature at all.
class RequestSignatureTest {

  private static final String INPUT =
      "sig-b26=(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\")"
          + ";created=1618884473;keyid=\"test-key-ed25519\"";

  @Test
  void theStandardsOwnExampleIsRight() throws GeneralSecurityException {
    HttpHeaders headers = new HttpHeaders();
    headers.set("Host", "example.com");
    headers.set("Date", "Tue, 20 Apr 2021 02:07:55 GMT");
    headers.set("Content-Type", "application/json");
    headers.set("Content-Length", "18");
    headers.set("Signature-Input", INPUT);
    headers.set(
        "Signature",
        "sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQ"
            + "v5lIp5WPpBKRCw==:");
    SignedMessage message =
        new SignedMessage("POST", URI.create("/foo?param=Value&Pet=dog"), headers, null);
    SignatureFields fields = SignatureFields.read(headers).orElseThrow();

    assertThat(
            RequestSignature.isSigned(
                message.base(fields).orElseThrow(),
                fields.signature(),
                Ed25519.fromJwk("JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs")))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sig1",
        "sig1=()",
        "sig1=();created=1",
        "sig1=(\"@method\" \"@method\");created=1",
        "sig1=(\"@method\"  \"@path\");created=1",
        "sig1=(\"@method\";req);created=1",
        "sig1=(\"@query-param\";name=\"a\");created=1",
        "sig1=(\"@method\");created=-1",
        "sig1=(\"@method\");created=\"",
        "sig1=(\"@method\");nonce=\"a\\\"b\"",
        "Sig1=(\"@method\");created=1",
        "sig2=(\"@method\");created=1"
      })
  void anotherFormIsNone(String input) {
    HttpHeaders headers = new HttpHeaders();
    headers.set("Signature-Input", input);
    headers.set("Signature", "sig1=:" + "A".repeat(86) + "==:");

    assertThat(SignatureFields.read(headers)).isEmpty();
  }

  @Test
  void longOnesAreRefusedAndNotRecursedInto() {
    HttpHeaders headers = new HttpHeaders();
    headers.set("Signature", "sig1=:" + "A".repeat(86) + "==:");
    for (String more : new String[] {" \"@a\"", ";a=1", "\"", "("}) {
      headers.set("Signature-Input", "sig1=(\"@method\"" + more.repeat(4_000));

      assertThat(SignatureFields.read(headers)).isEmpty();
    }
  }
}
