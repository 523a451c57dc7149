/// Lines, the condition of the cut, and batches as a pure function of a day's lines. It must not
/// know Kafka, MongoDB or any clock: the same lines give the same batch on any machine.
@NullMarked
package io.openvpos.settlement.batch.domain;

import org.jspecify.annotations.NullMarked;
