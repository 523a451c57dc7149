/// Chargeback cases over HTTP: reading, evidence, representing and accepting.
@NullMarked
package io.openvpos.settlement.chargeback.http;

import org.jspecify.annotations.NullMarked;
