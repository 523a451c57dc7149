package io.openvpos.settlement.chargeback.domain;

import java.time.Instant;

/// One thing that happened to a case.
///
/// @param what `received`, `represented`, `won`, `lost`, `accepted`
/// @param by a person's subject, `network` or `deadline`
/// @param item the clearing record that said so; empty for people and deadlines
/// @param note what a person wrote, or the network's reason
public record Step(String what, Instant at, String by, String item, String note) {}
