/// The second part of a day's certificates: the digests of the reports, which are made once the day
/// is closed. It names the day's certificates and is linked to the day before. It must not make a
/// report.
@NullMarked
package io.openvpos.settlement.certificate.reports;

import org.jspecify.annotations.NullMarked;
