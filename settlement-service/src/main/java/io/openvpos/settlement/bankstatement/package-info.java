/// What the bank sends: status reports, statements and notifications, each taken once whatever
/// happens in between. What is booked is matched to payouts; what matches nothing is an exception
/// for people. It must not know how payouts are made or kept.
@NullMarked
package io.openvpos.settlement.bankstatement;

import org.jspecify.annotations.NullMarked;
