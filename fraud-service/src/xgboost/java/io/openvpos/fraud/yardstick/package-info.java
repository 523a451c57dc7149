/// XGBoost beside our own trainer; compiled by the profile `xgboost` alone and never shipped.
@NullMarked
package io.openvpos.fraud.yardstick;

import org.jspecify.annotations.NullMarked;
