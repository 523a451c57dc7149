/// Reports as CSV: for programs by RFC 4180, for people as Turkish Excel opens it. It must not know
/// what a report is about.
@NullMarked
package io.openvpos.settlement.report.csv;

import org.jspecify.annotations.NullMarked;
