/// Back-tests over HTTP. It maps and checks.
@NullMarked
package io.openvpos.fraud.backtest.http;

import org.jspecify.annotations.NullMarked;
