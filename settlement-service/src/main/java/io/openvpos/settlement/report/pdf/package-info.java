/// Reports as PDF for people: the first lines of the report, and totals over all of them. It must
/// not know what a report is about.
@NullMarked
package io.openvpos.settlement.report.pdf;

import org.jspecify.annotations.NullMarked;
