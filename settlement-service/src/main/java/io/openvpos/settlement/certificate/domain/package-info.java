/// The text of a certificate and its canonical form. It must not know where figures are stored.
@NullMarked
package io.openvpos.settlement.certificate.domain;

import org.jspecify.annotations.NullMarked;
