package io.openvpos.authorization.profile;

import java.util.Optional;

/// The merchants as merchant-service last published them.
public interface Merchants {

  Optional<MerchantTerms> find(String merchantId);
}
