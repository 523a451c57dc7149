/// Keeps corrections, one document for each head and day.
@NullMarked
package io.openvpos.settlement.payout.correction.mongo;

import org.jspecify.annotations.NullMarked;
