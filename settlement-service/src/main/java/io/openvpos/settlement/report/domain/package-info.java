/// What a report is before it is a file: typed cells in rows, and a trailer whose totals close. One
/// model for every format; it must not know how any of them writes it.
@NullMarked
package io.openvpos.settlement.report.domain;

import org.jspecify.annotations.NullMarked;
