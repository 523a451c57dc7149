/// The day certificate: control totals of a business day, each from its own source, that must
/// agree, linked to the day before. It owns what is certified; it must not decide when.
@NullMarked
package io.openvpos.settlement.certificate;

import org.jspecify.annotations.NullMarked;
