/// Back-tests of rules and of models as pages. They decide nothing.
@NullMarked
package io.openvpos.fraud.backtest.page;

import org.jspecify.annotations.NullMarked;
