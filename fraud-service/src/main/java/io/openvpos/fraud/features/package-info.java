/// The one declared feature schema: what may be known of a payment, by name, type and unit. The
/// model, rules, back-tests and explanations all speak of these. It must not know how a value is
/// computed nor what is made of it.
@NullMarked
package io.openvpos.fraud.features;

import org.jspecify.annotations.NullMarked;
