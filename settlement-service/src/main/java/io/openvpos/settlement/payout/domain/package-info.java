/// Payables of one merchant, mode and currency: dues by value date, open payouts, re-issues. Every
/// change is a pure function from one state to the next with its facts; it must not know how they
/// are stored or sent.
@NullMarked
package io.openvpos.settlement.payout.domain;

import org.jspecify.annotations.NullMarked;
