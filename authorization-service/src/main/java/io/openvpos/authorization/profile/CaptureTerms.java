package io.openvpos.authorization.profile;

/// What a merchant may capture.
///
/// @param manualCaptureAllowed false: every payment is captured as it is authorized
/// @param holdDays days until an uncaptured hold expires
/// @param maxInstallments 1 is a single shot only
public record CaptureTerms(boolean manualCaptureAllowed, int holdDays, int maxInstallments) {}
