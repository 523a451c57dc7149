package io.openvpos.settlement.fakes;

import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Posted;
import io.openvpos.settlement.batch.domain.PostedStore;
import io.openvpos.settlement.certificate.domain.Certificate;
import io.openvpos.settlement.certificate.domain.CertificateStore;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Entries with their legs, and the certificates made of them.
public final class Certified implements PostedStore, CertificateStore {

  private final Faults faults;
  public final Map<String, Posted> entries = new TreeMap<>();
  public final Map<String, Certificate> certificates = new TreeMap<>();

  public Certified(Faults faults) {
    this.faults = faults;
  }

  @Override
  public void insertMissing(Posted entry) {
    entries.putIfAbsent(entry.eventId(), entry);
  }

  @Override
  public List<Posted> find(Collection<String> eventIds) {
    return eventIds.stream().sorted().map(entries::get).filter(Objects::nonNull).toList();
  }

  @Override
  public void insert(Certificate certificate) {
    faults.around(() -> certificates.putIfAbsent(certificate.id(), certificate));
    if (!certificate.equals(certificates.get(certificate.id()))) {
      throw new IllegalStateException("certified differently");
    }
  }

  @Override
  public Optional<Certificate> find(LocalDate day, Mode mode, String currency) {
    return Optional.ofNullable(certificates.get(Certificate.id(day, mode, currency)));
  }

  @Override
  public List<Certificate> ofDay(LocalDate day) {
    return certificates.values().stream().filter(one -> one.day().equals(day)).toList();
  }
}
