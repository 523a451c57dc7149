/// Brings reports and formats together: one reading of a report, any number of files.
@NullMarked
package io.openvpos.settlement.report.write;

import org.jspecify.annotations.NullMarked;
