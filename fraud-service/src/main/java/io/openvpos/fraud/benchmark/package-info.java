/// The protocol of the Fraud Detection Handbook on its simulated data, run with this service's own
/// features, trainer and walker. It must not know Kafka, storage or the served model, and holds
/// nothing that was chosen on a test week.
@NullMarked
package io.openvpos.fraud.benchmark;

import org.jspecify.annotations.NullMarked;
