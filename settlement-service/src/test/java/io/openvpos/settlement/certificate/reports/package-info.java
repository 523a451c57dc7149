/// Tests of the certificates of reports.
@NullMarked
package io.openvpos.settlement.certificate.reports;

import org.jspecify.annotations.NullMarked;
