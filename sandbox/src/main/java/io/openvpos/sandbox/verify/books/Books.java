package io.openvpos.sandbox.verify.books;

import io.openvpos.sandbox.bank.PaymentFile;
import io.openvpos.sandbox.network.NetworkRecord;
import java.util.List;
import java.util.function.Function;

/// Everything that the platform left behind. Each of the rows is passed over once.
///
/// @param network the card network's own log, in order
/// @param bank the payment files that the bank took, as it read them
/// @param documents of all services, authorization's and merchant's before settlement's
/// @param topics every record of every topic, each partition in order
/// @param logs the lines of every log file
/// @param calendars the bank days by version; a version that is not known is an exception
/// @param restless what had not come to rest when reading began
public record Books(
    Rows<NetworkRecord> network,
    Rows<PaymentFile> bank,
    Rows<Stored> documents,
    Rows<Told> topics,
    Rows<LogLine> logs,
    Function<String, BankDays> calendars,
    List<String> restless) {

  public Books {
    restless = List.copyOf(restless);
  }
}
