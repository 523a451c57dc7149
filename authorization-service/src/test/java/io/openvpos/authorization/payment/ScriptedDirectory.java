package io.openvpos.authorization.payment;

import io.openvpos.authorization.threeds.DirectoryServer;
import io.openvpos.authorization.threeds.domain.Authentication;
import io.openvpos.authorization.threeds.domain.AuthenticationAnswer;
import io.openvpos.authorization.threeds.domain.Protocol;
import io.openvpos.authorization.threeds.domain.TransStatus;
import io.openvpos.authorization.threeds.domain.Verdict;
import io.openvpos.authorization.threeds.message.BrowserFacts;
import io.openvpos.money.Mode;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A directory server that says what the test wants.
final class ScriptedDirectory implements DirectoryServer {

  static final String DS = "d0000000-0000-4000-8000-000000000001";
  static final String ACS = "a0000000-0000-4000-8000-000000000001";
  static final String PROOF = "AAECAwQFBgcICQoLDA0ODxAREhM=";

  final AtomicInteger asked = new AtomicInteger();
  TransStatus says = TransStatus.Y;
  boolean takesPart = true;

  static Verdict verdict(TransStatus status) {
    return new Verdict(status, null, status.outcome().proves() ? PROOF : null, null);
  }

  @Override
  public Optional<Protocol> protocol(String merchantId, Mode mode, String token) {
    return takesPart ? Optional.of(new Protocol("2.2.0", null)) : Optional.empty();
  }

  @Override
  public AuthenticationAnswer authenticate(Authentication authentication, BrowserFacts browser) {
    asked.incrementAndGet();
    return new AuthenticationAnswer.Answered(
        DS, ACS, says == TransStatus.C ? "http://acs.test/challenge" : null, verdict(says));
  }
}
