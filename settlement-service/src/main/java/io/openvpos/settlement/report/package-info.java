/// The merchant's report of a batch as CSV: the same bytes wherever it is written from the same
/// batch and lines.
@NullMarked
package io.openvpos.settlement.report;

import org.jspecify.annotations.NullMarked;
