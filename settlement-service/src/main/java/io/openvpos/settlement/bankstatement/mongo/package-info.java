/// Keeps messages and bookings (insert once), claims on payouts (insert once) and exceptions
/// (compare-and-set).
@NullMarked
package io.openvpos.settlement.bankstatement.mongo;

import org.jspecify.annotations.NullMarked;
