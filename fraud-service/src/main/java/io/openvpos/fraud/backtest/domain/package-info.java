/// The counting of a back-test. Pure; it must not know where assessments and labels are kept.
@NullMarked
package io.openvpos.fraud.backtest.domain;

import org.jspecify.annotations.NullMarked;
