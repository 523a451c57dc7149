/// From stored assessments and what became known of them to a model: it picks the payments, parts
/// them by days, and lets `training` do the rest. It reads the store and writes nothing there.
@NullMarked
package io.openvpos.fraud.retraining;

import org.jspecify.annotations.NullMarked;
