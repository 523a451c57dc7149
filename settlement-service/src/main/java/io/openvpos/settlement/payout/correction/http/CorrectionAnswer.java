package io.openvpos.settlement.payout.correction.http;

import io.openvpos.settlement.payout.correction.Correction;
import io.openvpos.settlement.payout.domain.Payout;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A correction as JSON.
///
/// @param payoutId the payout that was asked about
/// @param waitingPayoutId the one of the same close that the bank has not paid
/// @param status none, proposed (waits for the second person), approved
/// @param iban what counts; null: the account of the merchant's profile
/// @param proposedIban what waits for the second person
/// @param proposal identity of what waits; to be named by whoever approves it
record CorrectionAnswer(
    String payoutId,
    String object,
    @Nullable String waitingPayoutId,
    String status,
    @Nullable String iban,
    @Nullable String proposedIban,
    @Nullable String proposal,
    List<Correction.Step> steps) {

  static CorrectionAnswer of(Payout payout, Correction correction, Optional<Payout> waiting) {
    Correction.Approved approved = correction.approved();
    Correction.Proposal proposed = correction.proposed();
    return new CorrectionAnswer(
        payout.id(),
        "payout_correction",
        waiting.map(Payout::id).orElse(null),
        proposed != null ? "proposed" : approved != null ? "approved" : "none",
        approved == null ? null : approved.iban(),
        proposed == null ? null : proposed.iban(),
        correction.proposal(),
        correction.steps());
  }
}
