/// Risk checks in, assessments out. It owns offsets, the replay that rebuilds the windows, and the
/// mapping from and to Avro. It must not know the rules.
@NullMarked
package io.openvpos.fraud.assessment.kafka;

import org.jspecify.annotations.NullMarked;
