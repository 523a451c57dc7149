package io.openvpos.merchant.profile;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.contract.ContractBooks;
import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.profile.domain.Merchant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The contract book as part of its merchant, whose profile tells every service which versions
/// there are.
@Component
final class MerchantContracts implements ContractBooks {

  private final Merchants merchants;

  MerchantContracts(Merchants merchants) {
    this.merchants = merchants;
  }

  @Override
  public Optional<Held> find(String merchantId) {
    return merchants.find(merchantId).map(MerchantContracts::held);
  }

  @Override
  public boolean save(Held read, ContractBook changed, Action action) {
    return merchants
        .find(read.merchantId())
        .filter(merchant -> merchant.version() == read.version())
        .filter(merchant -> merchants.save(merchant.withContracts(changed), action))
        .isPresent();
  }

  private static Held held(Merchant merchant) {
    return new Held(merchant.id(), merchant.mcc(), merchant.contracts(), merchant.version());
  }
}
