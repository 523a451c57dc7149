/// Reports as XLSX, of any length, the same bytes each time. It must not know what a report is
/// about.
@NullMarked
package io.openvpos.settlement.report.sheet;

import org.jspecify.annotations.NullMarked;
