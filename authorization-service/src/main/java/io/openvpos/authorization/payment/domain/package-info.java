/// The life of a payment as pure functions: what may happen to it (`decide`) and what it then is
/// (`evolve`). Owns every rule about amounts, days and the order of issuer advices. Knows no clock,
/// storage, topic, HTTP or card number: times, days, identifiers and contract versions arrive in
/// the command.
@NullMarked
package io.openvpos.authorization.payment.domain;

import org.jspecify.annotations.NullMarked;
