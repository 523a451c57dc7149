/// The life of a chargeback case: its states, who may move it, and until when. Knows neither store
/// nor wire nor clock.
@NullMarked
package io.openvpos.settlement.chargeback.domain;

import org.jspecify.annotations.NullMarked;
