package io.openvpos.authorization.payment.mongo;

import io.openvpos.authorization.payment.domain.CredentialOnFile;
import io.openvpos.authorization.payment.domain.CredentialOnFile.Initiator;
import io.openvpos.authorization.payment.domain.CredentialOnFile.Reason;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// That the card is kept, as the payment's document has it.
final class CredentialDocuments {

  private CredentialDocuments() {}

  static Document of(CredentialOnFile credential) {
    return new Document("initiator", credential.initiator().name())
        .append("reason", credential.reason().name())
        .append("initial", credential.initial())
        .append("network_transaction_id", credential.networkTransactionId());
  }

  static @Nullable CredentialOnFile read(@Nullable Document stored) {
    return stored == null
        ? null
        : new CredentialOnFile(
            Initiator.valueOf(stored.getString("initiator")),
            Reason.valueOf(stored.getString("reason")),
            stored.getBoolean("initial"),
            stored.getString("network_transaction_id"));
  }
}
