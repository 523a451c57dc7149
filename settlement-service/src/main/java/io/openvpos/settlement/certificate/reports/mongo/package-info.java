/// Certificates of reports in the store, each inserted once.
@NullMarked
package io.openvpos.settlement.certificate.reports.mongo;

import org.jspecify.annotations.NullMarked;
