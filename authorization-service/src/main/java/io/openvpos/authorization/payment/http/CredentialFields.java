package io.openvpos.authorization.payment.http;

import io.openvpos.authorization.payment.domain.CredentialOnFile;
import io.openvpos.authorization.payment.domain.CredentialOnFile.Initiator;
import io.openvpos.authorization.payment.domain.CredentialOnFile.Reason;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the `credential_on_file` object of a payment's request.
final class CredentialFields {

  private static final String NAME = "credential_on_file";
  private static final String MERCHANT = "merchant";
  private static final String TRANSACTION = "network_transaction_id";
  private static final String INITIAL = "initial";
  private static final Set<String> FIELDS = Set.of("initiator", "reason", INITIAL, TRANSACTION);
  private static final Set<String> INITIATORS = Set.of("customer", MERCHANT);
  private static final Set<String> REASONS = Set.of("recurring", "installment", "unscheduled");
  private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{1,15}");

  private CredentialFields() {}

  /// Empty if nothing is said, or if it is wrong.
  static Optional<CredentialOnFile> read(Fields fields) {
    if (!fields.has(NAME)) {
      return Optional.empty();
    }
    Fields said = fields.inside(NAME).allowing(FIELDS);
    said.require("initiator");
    said.require("reason");
    String initiator = said.word("initiator", INITIATORS, "invalid_value");
    String reason = said.word("reason", REASONS, "invalid_value");
    boolean initial = said.flag(INITIAL);
    String transaction = said.text(TRANSACTION, 15);
    if (transaction != null && (initial || !FORM.matcher(transaction).matches())) {
      said.refuse(TRANSACTION, "invalid_value");
    }
    if (MERCHANT.equals(initiator)) {
      alone(fields, said, initial);
    }
    return initiator == null || reason == null || (initial && MERCHANT.equals(initiator))
        ? Optional.empty()
        : Optional.of(
            new CredentialOnFile(
                Initiator.valueOf(initiator.toUpperCase(Locale.ROOT)),
                Reason.valueOf(reason.toUpperCase(Locale.ROOT)),
                initial,
                transaction));
  }

  /// Nobody is there to type a card or to be authenticated.
  private static void alone(Fields fields, Fields said, boolean initial) {
    if (initial) {
      said.refuse(INITIAL, "invalid_value");
    }
    if (fields.has("card")) {
      fields.refuse("card", "not_by_merchant");
    }
    if (fields.has("three_d_secure")) {
      fields.refuse("three_d_secure", "not_by_merchant");
    }
  }
}
