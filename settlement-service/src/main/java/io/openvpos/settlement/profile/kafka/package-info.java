/// Feeds the merchants that settlement knows from merchant.profiles.v1. It owns the mapping from
/// Avro and must not decide anything.
@NullMarked
package io.openvpos.settlement.profile.kafka;

import org.jspecify.annotations.NullMarked;
