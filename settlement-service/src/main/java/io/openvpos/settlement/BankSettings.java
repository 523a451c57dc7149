package io.openvpos.settlement;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// The bank that payout files go to.
///
/// @param url absent: files are made and wait
@ConfigurationProperties("vpos.bank")
public record BankSettings(@Nullable URI url) {}
