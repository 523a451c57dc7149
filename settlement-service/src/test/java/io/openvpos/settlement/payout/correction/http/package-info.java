/// Tests of corrected accounts over HTTP.
@NullMarked
package io.openvpos.settlement.payout.correction.http;

import org.jspecify.annotations.NullMarked;
