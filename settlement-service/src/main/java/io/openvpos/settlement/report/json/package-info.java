/// Reports as JSON, written without a library whose next version may put a blank elsewhere. It must
/// not know what a report is about.
@NullMarked
package io.openvpos.settlement.report.json;

import org.jspecify.annotations.NullMarked;
