package io.openvpos.authorization.threeds.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.authorization.threeds.domain.TransStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a RReq must say, and the EMV code of what it does not.
class ResultsRequestTest {

  private static final String SOUND =
      """
      {"messageType":"RReq","messageVersion":"2.2.0","messageCategory":"01",
       "threeDSServerTransID":"50000000-0000-4000-8000-000000000001",
       "dsTransID":"d0000000-0000-4000-8000-000000000001",
       "acsTransID":"a0000000-0000-4000-8000-000000000001",
       "interactionCounter":"01","transStatus":"Y","eci":"05",
       "authenticationValue":"AAECAwQFBgcICQoLDA0ODxAREhM="}
      """;

  @Test
  void aSoundOneIsReadAndAnswered() throws ProtocolException {
    ResultsRequest request = ResultsRequest.read(SOUND);

    assertThat(request.verdict().status()).isEqualTo(TransStatus.Y);
    assertThat(request.answer())
        .containsEntry("messageType", "RRes")
        .containsEntry("resultsStatus", "01")
        .containsEntry("acsTransID", "a0000000-0000-4000-8000-000000000001");
  }

  @ParameterizedTest
  @CsvSource({
    "RReq, CRes, 101, messageType",
    "2.2.0, 3.0.0, 102, messageVersion",
    "\"dsTransID\", \"dsTransId\", 201, dsTransID",
    "a0000000-, a000-, 203, acsTransID",
    "\"Y\", \"C\", 203, transStatus",
    "\"Y\", \"Q\", 203, transStatus",
    "\"authenticationValue\", \"other\", 201, authenticationValue",
    "AAEC, AAE, 203, authenticationValue",
    "\"05\", \"5\", 203, eci",
    "\"interactionCounter\", \"acsTransID\", 204, message"
  })
  void whatIsWrongIsNamed(String part, String instead, String code, String detail) {
    ProtocolException refused =
        catchThrowableOfType(
            ProtocolException.class, () -> ResultsRequest.read(SOUND.replace(part, instead)));

    assertThat(refused.code().code()).isEqualTo(code);
    assertThat(refused.detail()).isEqualTo(detail);
    assertThat(ResultsRequest.refusal(refused.code(), refused.detail()))
        .containsEntry("errorCode", code);
  }

  @ParameterizedTest
  @CsvSource({"''", "'{'", "'[]'", "'null'", "'{} {}'"})
  void whatIsNoMessageIsInvalid(String text) {
    ProtocolException refused =
        catchThrowableOfType(ProtocolException.class, () -> ResultsRequest.read(text));

    assertThat(refused.code()).isEqualTo(ErrorCode.MESSAGE_RECEIVED_INVALID);
  }
}
