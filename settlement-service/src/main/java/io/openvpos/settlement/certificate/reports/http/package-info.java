/// The certificate of a day's reports over HTTP, in the bytes that the verifier checks.
@NullMarked
package io.openvpos.settlement.certificate.reports.http;

import org.jspecify.annotations.NullMarked;
