/// The labels' log as every instance reads it, whole, beside the questions. It maps and decides
/// nothing.
@NullMarked
package io.openvpos.fraud.assessment.kafka.labels;

import org.jspecify.annotations.NullMarked;
