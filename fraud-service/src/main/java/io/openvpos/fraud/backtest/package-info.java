/// What a version of the rules would have done to payments that were already judged, before it
/// judges any. It writes nothing.
@NullMarked
package io.openvpos.fraud.backtest;

import org.jspecify.annotations.NullMarked;
