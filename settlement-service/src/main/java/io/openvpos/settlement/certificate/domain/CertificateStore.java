package io.openvpos.settlement.certificate.domain;

import io.openvpos.money.Mode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Where certificates are kept, each once.
public interface CertificateStore {

  /// One that is there already must say the same.
  void insert(Certificate certificate);

  Optional<Certificate> find(LocalDate day, Mode mode, String currency);

  /// By mode and currency.
  List<Certificate> ofDay(LocalDate day);
}
