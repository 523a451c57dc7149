/// Statements, what is booked in them, and what people do with bookings that nobody expected. Pure:
/// it must not know how messages look or where things are kept.
@NullMarked
package io.openvpos.settlement.bankstatement.domain;

import org.jspecify.annotations.NullMarked;
