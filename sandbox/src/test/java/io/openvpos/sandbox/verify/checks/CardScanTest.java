package io.openvpos.sandbox.verify.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardScanTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4155650100416111",
        "x5528790000000008y",
        "00009792030000000000",
        "4111 1111 1111 1129",
        "4129-1111-1111-1111",
        "\"number\":\"4125111111111115\"",
        "\"cvc\":\"123\"",
        "CVV2=1234",
        "INST=03;CVC=123",
        "4155.6501.0041.6111",
        "?order=4155%206501%200041%206111",
        "%34%31%35%35%36%35%30%31%30%30%34%31%36%31%31%31",
        "Basic NDE1NTY1MDEwMDQxNjExMQ==",
        "eyJudW1iZXIiOiI0MTU1NjUwMTAwNDE2MTExIn0",
        "x-NDE1NTY1MDEwMDQxNjExMQ",
        "34313535363530313030343136313131",
      })
  void findsCardDataWhateverStandsAround(String text) {
    assertThat(CardScan.find(text)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"bin\":\"41556501\",\"last4\":\"6111\"",
        "415565******6111",
        "4155650100416112",
        "2026-11-23T10:00:00.000Z 1795420800000 12990",
        "TR33 0006 1005 1978 6457 8413 26",
        "fsftqUmEjRxwc6vnxdeJmuTE/ErGPkE9zmzH4zcwMMXkpCWvCYn6br/DW/zPLhMD",
        "the cvc is kept in memory only, 123 of them",
      })
  void leavesOtherTextAlone(String text) {
    assertThat(CardScan.find(text)).isNull();
  }
}
