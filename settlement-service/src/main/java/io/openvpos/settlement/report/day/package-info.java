/// Reports of a closed day for the acquirer: what was settled by scheme, card class and merchant,
/// the tax on it, and what was earned. Sums over the day's lines; it must not know formats.
@NullMarked
package io.openvpos.settlement.report.day;

import org.jspecify.annotations.NullMarked;
