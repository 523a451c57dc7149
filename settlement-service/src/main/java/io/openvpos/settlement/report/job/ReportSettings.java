package io.openvpos.settlement.report.job;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When report jobs are looked after.
///
/// @param lookEvery how often for new work
/// @param takeOverAfter how long a runner may say nothing before another one goes on; a living one
///   speaks every few seconds
@ConfigurationProperties("vpos.reports")
public record ReportSettings(
    @DefaultValue("1s") Duration lookEvery, @DefaultValue("30s") Duration takeOverAfter) {}
