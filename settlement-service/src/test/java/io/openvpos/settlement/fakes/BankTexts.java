package io.openvpos.settlement.fakes;

import java.nio.charset.StandardCharsets;

/// Messages as a bank writes them.
public final class BankTexts {

  public static final String ACCOUNT = "TR330006100519786457841326";

  private BankTexts() {}

  public static byte[] statement(String id, String opening, String closing, String... entries) {
    return document(
        "camt.053.001.08",
        "<BkToCstmrStmt>"
            + HEADER
            + "<Stmt><Id>"
            + id
            + "</Id>"
            + ACCT
            + balance("OPBD", opening)
            + balance("CLBD", closing)
            + String.join("", entries)
            + "</Stmt></BkToCstmrStmt>");
  }

  public static byte[] notification(String id, String... entries) {
    return document(
        "camt.054.001.08",
        "<BkToCstmrDbtCdtNtfctn>"
            + HEADER
            + "<Ntfctn><Id>"
            + id
            + "</Id>"
            + ACCT
            + String.join("", entries)
            + "</Ntfctn></BkToCstmrDbtCdtNtfctn>");
  }

  /// One booked entry.
  ///
  /// @param side CRDT or DBIT
  /// @param detail what stands in the entry's only payment
  public static String entry(String side, String amount, String reference, String detail) {
    return "<Ntry><Amt Ccy=\"TRY\">"
        + amount
        + "</Amt><CdtDbtInd>"
        + side
        + "</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-24</Dt></BookgDt><AcctSvcrRef>"
        + reference
        + "</AcctSvcrRef><BkTxCd><Prtry><Cd>X</Cd></Prtry></BkTxCd><NtryDtls><TxDtls>"
        + detail
        + "</TxDtls></NtryDtls></Ntry>";
  }

  public static String paid(String endToEndId, String amount, String reference) {
    return entry("DBIT", amount, reference, refs(endToEndId));
  }

  public static String returned(String endToEndId, String amount, String reference, String reason) {
    return entry(
        "CRDT",
        amount,
        reference,
        refs(endToEndId) + "<RtrInf><Rsn><Cd>" + reason + "</Cd></Rsn></RtrInf>");
  }

  public static String refs(String endToEndId) {
    return "<Refs><EndToEndId>" + endToEndId + "</EndToEndId></Refs>";
  }

  /// A status report.
  ///
  /// @param payments as [#payment] writes them
  public static byte[] report(String messageId, String... payments) {
    return document(
        "pain.002.001.10",
        "<CstmrPmtStsRpt><GrpHdr><MsgId>B1</MsgId><CreDtTm>2026-11-24T00:00:01Z</CreDtTm></GrpHdr>"
            + "<OrgnlGrpInfAndSts><OrgnlMsgId>"
            + messageId
            + "</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>"
            + "<OrgnlPmtInfAndSts><OrgnlPmtInfId>"
            + messageId
            + "</OrgnlPmtInfId>"
            + String.join("", payments)
            + "</OrgnlPmtInfAndSts></CstmrPmtStsRpt>");
  }

  /// What a report says of one payment.
  ///
  /// @param reason empty: none
  public static String payment(String endToEndId, String status, String reason) {
    String why =
        reason.isEmpty() ? "" : "<StsRsnInf><Rsn><Cd>" + reason + "</Cd></Rsn></StsRsnInf>";
    return "<TxInfAndSts><OrgnlEndToEndId>"
        + endToEndId
        + "</OrgnlEndToEndId><TxSts>"
        + status
        + "</TxSts>"
        + why
        + "</TxInfAndSts>";
  }

  private static final String HEADER =
      "<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-24T23:59:59+03:00</CreDtTm></GrpHdr>";
  private static final String ACCT =
      "<Acct><Id><IBAN>" + ACCOUNT + "</IBAN></Id><Ccy>TRY</Ccy></Acct>";

  private static String balance(String type, String amount) {
    return "<Bal><Tp><CdOrPrtry><Cd>"
        + type
        + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"TRY\">"
        + amount
        + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-24</Dt></Dt></Bal>";
  }

  private static byte[] document(String message, String content) {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Document xmlns=\"urn:iso:std:iso:20022:"
            + "tech:xsd:"
            + message
            + "\">"
            + content
            + "</Document>")
        .getBytes(StandardCharsets.UTF_8);
  }
}
