package io.openvpos.merchant.contract.domain;

import java.time.Instant;
import java.time.LocalDate;

/// Terms that one person wants to hold from a day on. They price nothing until another one agrees.
///
/// @param id drawn anew for each proposal: of two for one version number it tells which was read
/// @param version the number it gets if it is approved
/// @param proposedBy a person's e-mail address
public record ProposedVersion(
    String id,
    int version,
    LocalDate fromDay,
    ContractTerms terms,
    String proposedBy,
    Instant proposedAt) {}
