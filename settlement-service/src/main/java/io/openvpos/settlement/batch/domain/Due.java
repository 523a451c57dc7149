package io.openvpos.settlement.batch.domain;

import java.time.LocalDate;

/// Money that becomes payable on a date, in minor units; negative if the merchant owes it.
public record Due(LocalDate valueDate, long amount) {}
