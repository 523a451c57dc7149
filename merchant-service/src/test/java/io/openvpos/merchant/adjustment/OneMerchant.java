package io.openvpos.merchant.adjustment;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.domain.CaptureRules;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.profile.domain.Registration;
import io.openvpos.merchant.profile.domain.RiskPolicy;
import io.openvpos.merchant.profile.domain.Status;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The merchants `mer_1` and `mer_2`, who take liras in test mode.
public final class OneMerchant implements Merchants {

  @Override
  public Optional<Merchant> find(String id) {
    return id.equals("mer_1") || id.equals("mer_2") ? Optional.of(merchant(id)) : Optional.empty();
  }

  @Override
  public List<Merchant> all() {
    return List.of(merchant("mer_1"), merchant("mer_2"));
  }

  @Override
  public boolean insert(Merchant merchant, Action action) {
    throw new AssertionError("nothing is stored");
  }

  @Override
  public boolean save(Merchant changed, Action action) {
    throw new AssertionError("nothing is stored");
  }

  private static Merchant merchant(String id) {
    return new Merchant(
        id,
        1,
        "Çınar Kırtasiye",
        Status.ACTIVE,
        "5943",
        "00000001",
        Registration.of("00000001", null, false),
        "TR330006100519786457841326",
        List.of(Mode.TEST),
        List.of("TRY"),
        RiskPolicy.DEFAULT,
        CaptureRules.DEFAULT,
        ContractBook.first(ContractTerms.demo()),
        List.of(),
        null,
        Instant.EPOCH);
  }
}
