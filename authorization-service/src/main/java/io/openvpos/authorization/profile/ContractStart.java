package io.openvpos.authorization.profile;

import java.time.LocalDate;

/// A contract version and the first business day that it prices.
public record ContractStart(int version, LocalDate fromDay) {}
