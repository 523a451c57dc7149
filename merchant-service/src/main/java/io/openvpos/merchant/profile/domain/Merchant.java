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
    @Nullable PayoutHold payoutHold) {

  public Merchant {
    modes = List.copyOf(modes);
    currencies = List.copyOf(currencies);
    apiKeys = List.copyOf(apiKeys);
  }

  /// One that is paid.
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
        null);
  }

  /// The same, with its payouts held or, where null, let go.
  public Merchant withPayoutHold(@Nullable PayoutHold hold) {
    return new Merchant(
        id,
        version + 1,
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
        hold);
  }

  public Optional<ApiKey> key(String keyId) {
    return apiKeys.stream().filter(key -> key.id().equals(keyId)).findFirst();
  }

  public Merchant withKey(ApiKey key) {
    List<ApiKey> extended = new ArrayList<>(apiKeys);
    extended.add(key);
    return changed(status, modes, extended);
  }

  /// A key already revoked stays as it is.
  public Merchant withoutKey(String keyId, Instant at) {
    return changed(
        status,
        modes,
        apiKeys.stream()
            .map(key -> key.id().equals(keyId) && key.active() ? key.revoked(at) : key)
            .toList());
  }

  public Merchant withStatus(Status next) {
    return changed(next, modes, apiKeys);
  }

  /// May sell in earnest from now on.
  public Merchant live() {
    List<Mode> both = new ArrayList<>(modes);
    if (!both.contains(Mode.LIVE)) {
      both.add(Mode.LIVE);
    }
    return changed(status, both, apiKeys);
  }

  /// Asks to go live; the first request stands.
  public Merchant asking(LiveRequest request) {
    LiveRequest standing = liveRequest == null ? request : liveRequest;
    return changed(status, modes, apiKeys, standing);
  }

  /// The same, to be told once more.
  public Merchant again() {
    return changed(status, modes, apiKeys);
  }

  public Merchant withContracts(ContractBook next) {
    return new Merchant(
        id,
        version + 1,
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
        next,
        apiKeys,
        liveRequest,
        createdAt,
        payoutHold);
  }

  private Merchant changed(Status nextStatus, List<Mode> nextModes, List<ApiKey> nextKeys) {
    return changed(nextStatus, nextModes, nextKeys, liveRequest);
  }

  private Merchant changed(
      Status nextStatus,
      List<Mode> nextModes,
      List<ApiKey> nextKeys,
      @Nullable LiveRequest nextRequest) {
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
        contracts,
        nextKeys,
        nextRequest,
        createdAt,
        payoutHold);
  }
}
