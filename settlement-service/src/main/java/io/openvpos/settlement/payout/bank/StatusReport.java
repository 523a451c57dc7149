package io.openvpos.settlement.payout.bank;

import io.openvpos.settlement.iso20022.SafeXml;
import io.openvpos.settlement.payout.domain.Bank.Answer;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// ISO 20022 pain.002, CustomerPaymentStatusReport. A status stands for a payment, for a block of
/// payments or for the whole file; the nearest one counts. Settled (ACSC, ACCC) is believed of a
/// payment that is named; refused (RJCT) of everything beneath. What is only under way is left out.
final class StatusReport {

  private static final String GROUP = "OrgnlGrpInfAndSts";
  private static final String BLOCK = "OrgnlPmtInfAndSts";
  private static final String PAYMENT = "TxInfAndSts";
  private static final Set<String> PARTS = Set.of(GROUP, BLOCK, PAYMENT);
  private static final String REPORT = "CstmrPmtStsRpt";

  /// Reason codes of what the bank has had before: file, block, payment, end-to-end id.
  private static final Set<String> DUPLICATES =
      Set.of("AM05", "DU01", "DU02", "DU03", "DU04", "DU05");

  private static final String NO_REASON = "NARR";

  /// What the bank says of one part. Reasons are in the report's order.
  private record Status(String code, List<String> reasons) {

    static final Status NONE = new Status("", List.of());

    boolean isRefusal() {
      return code.equals("RJCT");
    }

    /// Empty while it is under way.
    Optional<Answer> of(String endToEndId) {
      return switch (code) {
        case "ACSC", "ACCC" -> Optional.of(new Answer.Paid(endToEndId));
        case "RJCT" -> Optional.of(refusal(endToEndId));
        default -> Optional.empty();
      };
    }

    private Answer refusal(String endToEndId) {
      return reasons.stream()
          .filter(DUPLICATES::contains)
          .findFirst()
          .<Answer>map(reason -> new Answer.Duplicate(endToEndId, reason))
          .orElseGet(() -> new Answer.Refused(endToEndId, reason()));
    }

    private String reason() {
      return reasons.isEmpty() ? NO_REASON : reasons.getFirst();
    }
  }

  private final Map<String, Status> files = new HashMap<>();
  private final Map<String, Status> blocks = new HashMap<>();
  private final Map<String, Status> payments = new LinkedHashMap<>();

  private StatusReport() {}

  static StatusReport read(byte[] xml) {
    StatusReport report = new StatusReport();
    Map<String, List<String>> document = new HashMap<>();
    try {
      XMLStreamReader reader = SafeXml.reader(xml);
      report.read(reader, document, "");
    } catch (XMLStreamException e) {
      throw new IllegalStateException("the bank's answer cannot be read", e);
    }
    if (!document.containsKey(REPORT)) {
      throw new IllegalStateException("the bank's answer is no payment status report");
    }
    return report;
  }

  /// The file that it is of.
  String messageId() {
    return String.join(" ", files.keySet());
  }

  /// The payments that it names, by end-to-end id.
  Set<String> payments() {
    return Set.copyOf(payments.keySet());
  }

  /// Everything the bank has decided. A report of another file is no answer.
  List<Answer> answers(PayoutFile file) {
    if (!files.keySet().equals(Set.of(file.messageId()))) {
      throw new IllegalStateException(
          "the bank answers " + files.keySet() + " to file " + file.messageId());
    }
    List<Answer> answers = new ArrayList<>();
    payments.forEach((id, status) -> status.of(id).ifPresent(answers::add));
    Status ofFile = files.getOrDefault(file.messageId(), Status.NONE);
    CreditTransferFile.blocks(file)
        .forEach((blockId, block) -> {
          Status above = blocks.getOrDefault(blockId, ofFile);
          if (above.isRefusal()) {
            block.payouts().stream()
                .map(Payout::id)
                .filter(id -> !payments.containsKey(id))
                .map(above::refusal)
                .forEach(answers::add);
          }
        });
    return answers;
  }

  /// Reads the current element to its end: the texts beneath it by their path, all of one path in
  /// order. A part within it is read for itself.
  private void read(XMLStreamReader reader, Map<String, List<String>> fields, String path)
      throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = reader.getLocalName();
        if (PARTS.contains(name)) {
          Map<String, List<String>> part = new HashMap<>();
          read(reader, part, "");
          add(name, part);
        } else {
          read(reader, fields, path.isEmpty() ? name : path + "/" + name);
        }
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(reader.getText());
      }
    }
    fields.computeIfAbsent(path, _ -> new ArrayList<>()).add(text.toString().strip());
  }

  private void add(String part, Map<String, List<String>> fields) {
    switch (part) {
      case GROUP -> files.put(first(fields, "OrgnlMsgId"), status(fields, "GrpSts"));
      case BLOCK -> put(blocks, first(fields, "OrgnlPmtInfId"), status(fields, "PmtInfSts"));
      default -> put(payments, first(fields, "OrgnlEndToEndId"), status(fields, "TxSts"));
    }
  }

  /// A part without a status of its own has that of the one above it.
  private static void put(Map<String, Status> parts, String id, Status status) {
    if (!status.code().isEmpty()) {
      parts.put(id, status);
    }
  }

  private static Status status(Map<String, List<String>> fields, String name) {
    List<String> reasons = new ArrayList<>(fields.getOrDefault("StsRsnInf/Rsn/Cd", List.of()));
    reasons.addAll(fields.getOrDefault("StsRsnInf/Rsn/Prtry", List.of()));
    return new Status(first(fields, name), reasons);
  }

  private static String first(Map<String, List<String>> fields, String path) {
    return fields.getOrDefault(path, List.of("")).getFirst();
  }
}
