/// Writes ReportReady. It owns the mapping to Avro.
@NullMarked
package io.openvpos.settlement.report.kafka;

import org.jspecify.annotations.NullMarked;
