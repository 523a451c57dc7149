package io.openvpos.authorization.payment.domain;

import java.time.Instant;

/// One request to the issuer, written before it leaves. It is never sent again: past its deadline
/// it is only reversed.
///
/// @param rrn retrieval reference number (DE 37), 12 characters, unique
/// @param stan system trace audit number (DE 11) of the connection it goes out on
/// @param transmittedAt transmission date and time (DE 7)
/// @param deadline past this the request is not written to the network and no answer is waited for
public record Attempt(String rrn, String stan, Instant transmittedAt, Instant deadline) {}
