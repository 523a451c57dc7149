/// Certificates over HTTP, as text and on paper, for the acquirer's finance and auditors.
@NullMarked
package io.openvpos.settlement.certificate.http;

import org.jspecify.annotations.NullMarked;
