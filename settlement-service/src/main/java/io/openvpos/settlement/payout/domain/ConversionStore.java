package io.openvpos.settlement.payout.domain;

import java.time.LocalDate;
import java.util.List;

/// Where conversions are kept for look-up, each once.
public interface ConversionStore {

  /// Where nothing is converted.
  ConversionStore NONE =
      new ConversionStore() {
        @Override
        public void insertMissing(List<Conversion> conversions) {
          if (!conversions.isEmpty()) {
            throw new IllegalStateException("nobody keeps " + conversions);
          }
        }

        @Override
        public List<Conversion> ofDay(LocalDate day) {
          return List.of();
        }

        @Override
        public List<Conversion> of(String merchantId, LocalDate day) {
          return List.of();
        }
      };

  void insertMissing(List<Conversion> conversions);

  /// Those of a day's close, by event id.
  List<Conversion> ofDay(LocalDate day);

  /// Those of one merchant, by event id.
  List<Conversion> of(String merchantId, LocalDate day);
}
