package io.openvpos.merchant.profile.domain;

import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A merchant. Each change is the next version, and each version is told as one whole profile.
///
/// @param version of the document, from 1; also the profile event's number
/// @param mcc merchant category code, ISO 18245
/// @param terminalId eight characters; the merchant's payments carry it (DE 41)
/// @param currencies ISO 4217 codes
/// @param liveRequest the merchant's wish to go live, once there is one
/// @param payoutHold while nothing is paid out to it
/// @param security what guards its payments beyond the law's minimum
public record Merchant(
    String id,
    long version,
    String name,
    Status status,
    String mcc,
    String terminalId,
    Registration registration,
    String iban,
    List<Mode> modes,
    List<String> currencies,
    RiskPolicy riskPolicy,
    CaptureRules captureRules,
    ContractBook contracts,
    List<ApiKey> apiKeys,
    @Nullable LiveRequest liveRequest,
    Instant createdAt,
    @Nullable PayoutHold payoutHold,
    SecuritySettings security) {

  public Merchant {
    modes = List.copyOf(modes);
    currencies = List.copyOf(currencies);
    apiKeys = List.copyOf(apiKeys);
  }

  /// One that is paid and has set nothing of its own.
  public Merchant(
      String id,
      long version,
      String name,
      Status status,
      String mcc,
      String terminalId,
      Registration registration,
      String iban,
      List<Mode> modes,
      List<String> currencies,
      RiskPolicy riskPolicy,
      CaptureRules captureRules,
      ContractBook contracts,
      List<ApiKey> apiKeys,
      @Nullable LiveRequest liveRequest,
      Instant createdAt) {
    this(
        id,
        version,
        name,
        status,
        mcc,
        terminalId,
        registration,
        iban,
        modes,
        currencies,
        riskPolicy,
        captureRules,
        contracts,
        apiKeys,
        liveRequest,
        createdAt,
        null,
        SecuritySettings.DEFAULT);
  }

  /// The same, with its payouts held or, where null, let go.
  public Merchant withPayoutHold(@Nullable PayoutHold hold) {
    return next(status, modes, contracts, apiKeys, liveRequest, hold, security);
  }

  public Merchant withSecurity(SecuritySettings next) {
    return next(status, modes, contracts, apiKeys, liveRequest, payoutHold, next);
  }

  /// Whether its shoppers will have to be authenticated: by its policy, or because they pay on the
  /// bank's page, which asks for it wherever the policy does not say never.
  public boolean authenticates() {
    return switch (security.threeDSecure().kind()) {
      case REQUIRED, ABOVE -> true;
      case OPTIONAL -> registration.hostedPageOnly();
      case OFF -> false;
    };
  }

  public Optional<ApiKey> key(String keyId) {
    return apiKeys.stream().filter(key -> key.id().equals(keyId)).findFirst();
  }

  public Merchant withKey(ApiKey key) {
    List<ApiKey> extended = new ArrayList<>(apiKeys);
    extended.add(key);
    return withKeys(extended);
  }

  /// A key already revoked stays as it is.
  public Merchant withoutKey(String keyId, Instant at) {
    return withKeys(
        apiKeys.stream()
            .map(key -> key.id().equals(keyId) && key.active() ? key.revoked(at) : key)
            .toList());
  }

  public Merchant withLimits(String keyId, KeyLimits limits) {
    return withKeys(
        apiKeys.stream().map(key -> key.id().equals(keyId) ? key.limited(limits) : key).toList());
  }

  private Merchant withKeys(List<ApiKey> keys) {
    return next(status, modes, contracts, keys, liveRequest, payoutHold, security);
  }

  public Merchant withStatus(Status next) {
    return next(next, modes, contracts, apiKeys, liveRequest, payoutHold, security);
  }

  /// May sell in earnest from now on.
  public Merchant live() {
    List<Mode> both = new ArrayList<>(modes);
    if (!both.contains(Mode.LIVE)) {
      both.add(Mode.LIVE);
    }
    return next(status, both, contracts, apiKeys, liveRequest, payoutHold, security);
  }

  /// Asks to go live; the first request stands.
  public Merchant asking(LiveRequest request) {
    LiveRequest standing = liveRequest == null ? request : liveRequest;
    return next(status, modes, contracts, apiKeys, standing, payoutHold, security);
  }

  /// The same, to be told once more.
  public Merchant again() {
    return withStatus(status);
  }

  public Merchant withContracts(ContractBook next) {
    return next(status, modes, next, apiKeys, liveRequest, payoutHold, security);
  }

  /// Everything that ever changes.
  private Merchant next(
      Status nextStatus,
      List<Mode> nextModes,
      ContractBook nextContracts,
      List<ApiKey> nextKeys,
      @Nullable LiveRequest nextRequest,
      @Nullable PayoutHold nextHold,
      SecuritySettings nextSecurity) {
    return new Merchant(
        id,
        version + 1,
        name,
        nextStatus,
        mcc,
        terminalId,
        registration,
        iban,
        nextModes,
        currencies,
        riskPolicy,
        captureRules,
        nextContracts,
        nextKeys,
        nextRequest,
        createdAt,
        nextHold,
        nextSecurity);
  }
}
