/// The payment's facts as other services read them: maps them to the published Avro records. The
/// only room of the feature that knows Avro; it decides nothing and reads no topic.
@NullMarked
package io.openvpos.authorization.payment.kafka;

import org.jspecify.annotations.NullMarked;
