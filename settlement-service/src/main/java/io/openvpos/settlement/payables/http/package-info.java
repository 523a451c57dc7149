/// The due list and the calendar of payouts over HTTP. Maps and validates; it decides nothing else.
@NullMarked
package io.openvpos.settlement.payables.http;

import org.jspecify.annotations.NullMarked;
