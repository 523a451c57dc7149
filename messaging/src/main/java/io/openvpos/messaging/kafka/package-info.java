/// Sending with acknowledgements, listeners that stop and never skip, views of whole topics, and
/// the creation of topics. Knows nothing of what the records say.
@NullMarked
package io.openvpos.messaging.kafka;

import org.jspecify.annotations.NullMarked;
