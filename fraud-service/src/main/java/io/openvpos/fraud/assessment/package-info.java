/// The first assessment of each payment request: made in the order of one card's requests, kept
/// once, sent to whoever asks. It owns the request/reply over Kafka, the `assessments` collection
/// and the analysts' look-up. It must not know how counts or scores are computed.
@NullMarked
package io.openvpos.fraud.assessment;

import org.jspecify.annotations.NullMarked;
