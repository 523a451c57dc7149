/// The payout file of a day over HTTP.
@NullMarked
package io.openvpos.settlement.payout.http;

import org.jspecify.annotations.NullMarked;
