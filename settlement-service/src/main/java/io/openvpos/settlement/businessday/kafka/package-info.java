/// Turns what happened to the sequence into the published facts of settlement.business-days.v1. It
/// must not decide anything.
@NullMarked
package io.openvpos.settlement.businessday.kafka;

import org.jspecify.annotations.NullMarked;
