package io.openvpos.authorization.threeds.domain;

/// How it is to be authenticated.
///
/// @param mandatory without a proof the payment must not go on
/// @param challenge EMV `threeDSRequestorChallengeInd`: 01 no preference, 02 none asked for, 03
///   asked for, 04 mandated
/// @param returnUrl where the browser goes when all is over
public record Wish(boolean mandatory, String challenge, String returnUrl) {}
