package io.openvpos.fraud.scoring;

/// How many attempts of one card the merchant allows in a window.
public record VelocityLimits(int perMinute, int perHour, int perDay) {}
