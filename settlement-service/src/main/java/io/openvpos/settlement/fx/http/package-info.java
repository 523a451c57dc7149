/// The HTTP contract of exchange rates. Maps and validates; it decides nothing else.
@NullMarked
package io.openvpos.settlement.fx.http;

import org.jspecify.annotations.NullMarked;
