package io.openvpos.settlement.reconciliation;

import io.openvpos.settlement.reconciliation.domain.Tolerances;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The card network that days are cleared with.
///
/// @param name as its files have it
/// @param clearingUrl where presentment files go and clearing files come from; absent: they are
///   carried by hand
/// @param pollEvery how often a closed day without its clearing file is asked for
/// @param pollDays how many closed days back
/// @param tolerances minor units by currency that an amount may differ by
@ConfigurationProperties("vpos.network")
public record ReconciliationSettings(
    @DefaultValue("OVPNET") String name,
    @Nullable URI clearingUrl,
    @DefaultValue("5s") Duration pollEvery,
    @DefaultValue("7") int pollDays,
    @DefaultValue Map<String, Long> tolerances) {

  Tolerances toTolerances() {
    return new Tolerances(tolerances);
  }
}
