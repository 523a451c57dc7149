/// A back-test as a page. It decides nothing.
@NullMarked
package io.openvpos.fraud.backtest.page;

import org.jspecify.annotations.NullMarked;
