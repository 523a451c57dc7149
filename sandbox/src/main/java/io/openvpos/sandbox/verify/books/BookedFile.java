package io.openvpos.sandbox.verify.books;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A payment file as it was handed to the bank.
///
/// @param id the message id
/// @param payoutId of a re-issue; null for the file of a close
/// @param payouts how many (NbOfTxs)
/// @param controlSum in minor units (CtrlSum)
public record BookedFile(
    String id,
    LocalDate day,
    String modeAndCurrency,
    @Nullable String payoutId,
    long payouts,
    long controlSum) {}
