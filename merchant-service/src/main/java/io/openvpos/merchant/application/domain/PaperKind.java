package io.openvpos.merchant.application.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a paper of an application is. The code is the name in lower case.
public enum PaperKind {
  /// Vergi levhası.
  TAX_CERTIFICATE,
  /// Ticaret sicil gazetesi.
  TRADE_REGISTRY,
  /// İmza sirküleri.
  SIGNATURE_CIRCULAR,
  /// Kimlik.
  IDENTITY,
  OTHER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<PaperKind> of(String code) {
    return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
