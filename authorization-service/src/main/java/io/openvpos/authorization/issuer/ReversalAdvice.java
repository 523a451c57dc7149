package io.openvpos.authorization.issuer;

import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.time.Instant;

/// Tells the issuer that of an earlier request only part remains. Forwarded with the same content
/// until it is acknowledged.
///
/// @param rrn the original's retrieval reference number (DE 37)
/// @param originalMti `0100` or `0200` (DE 90)
/// @param originalStan the original's trace number (DE 90)
/// @param originalTransmittedAt the original's DE 7 (DE 90)
/// @param token the card in the vault
/// @param originalAmount what the original asked for (DE 4)
/// @param remaining what stays held (DE 95); zero undoes the original altogether
/// @param terminalId DE 41
/// @param repeat true from the second forwarding on: 0421 instead of 0420
public record ReversalAdvice(
    String rrn,
    String originalMti,
    String originalStan,
    Instant originalTransmittedAt,
    String token,
    String merchantId,
    Mode mode,
    Money originalAmount,
    Money remaining,
    String terminalId,
    boolean repeat) {}
