/// Payouts over HTTP: to the acquirer's finance, auditors, and each merchant its own.
@NullMarked
package io.openvpos.settlement.payout.life.http;

import org.jspecify.annotations.NullMarked;
