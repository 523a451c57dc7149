/// The corrected bank account that a refused or returned payout goes to the next time, said by one
/// person of the acquirer's finance and approved by another. It owns corrections and nothing of the
/// merchant's profile.
@NullMarked
package io.openvpos.settlement.payout.correction;

import org.jspecify.annotations.NullMarked;
