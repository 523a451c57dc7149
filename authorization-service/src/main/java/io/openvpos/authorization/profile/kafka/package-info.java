/// Reads the merchant profiles from Kafka into the view next door. Only here is the wire's profile
/// known.
@NullMarked
package io.openvpos.authorization.profile.kafka;

import org.jspecify.annotations.NullMarked;
