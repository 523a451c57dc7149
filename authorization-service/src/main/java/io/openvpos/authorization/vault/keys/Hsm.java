package io.openvpos.authorization.vault.keys;

import io.openvpos.authorization.vault.VaultUnavailableException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.ProviderException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import javax.security.auth.login.FailedLoginException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A hardware security module with keys under labels, which work in there and never come out.
///
/// Nothing asked of it can fail for what it is asked about: it turns blocks and digests text. So
/// whatever fails is a lost session. It is opened anew and asked once more; if that fails too, the
/// vault is away. A key counts as the same only if it answers as it did at the start: another key
/// under its label would find no card and open none.
public final class Hsm {

  private static final Logger LOGGER = LoggerFactory.getLogger(Hsm.class);

  /// Who asks meanwhile is told at once that the vault is away.
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(2);

  private static final byte[] QUESTION = new byte[KeyRing.KEY_BYTES];

  private final Door door;
  private final Clock clock;
  private final Map<Use, byte[]> firstAnswers = new ConcurrentHashMap<>();
  private final ReadWriteLock gate = new ReentrantReadWriteLock();
  private volatile @Nullable HsmSession session;
  private Exception failure = new ProviderException("not opened yet");
  private Instant nextAttempt = Instant.MIN;

  /// @param door is tried every two seconds while it is shut
  public Hsm(Door door, Clock clock) {
    this.door = door;
    this.clock = clock;
  }

  /// How one logs in.
  @FunctionalInterface
  public interface Door {

    HsmSession open() throws GeneralSecurityException, IOException;
  }

  /// Where there is none.
  public static Hsm none() {
    return new Hsm(
        () -> {
          throw new IOException("none is set by vpos.vault.hsm");
        },
        Clock.systemUTC());
  }

  /// The key-encryption key under a label; fails where it does not wrap and unwrap.
  KeyEncryptionKey wrapping(String label) {
    HsmKey key = new HsmKey(this, label);
    byte[] wrapped = firstAnswer(new Use(label, HsmWork.WRAP));
    try {
      key.unwrap(wrapped);
    } catch (InvalidKeyException e) {
      throw unavailable(e);
    }
    return key;
  }

  /// The digesting key under a label; fails where it does not digest.
  HmacKey digesting(String label) {
    firstAnswer(new Use(label, HsmWork.DIGEST));
    return new HsmKey(this, label);
  }

  byte[] ask(String label, HsmWork work, byte[] input) {
    Use use = new Use(label, work);
    HsmSession now = session;
    if (now != null) {
      try {
        return used(now, use, input);
      } catch (GeneralSecurityException | ProviderException e) {
        LOGGER.warn("a session of the HSM is lost", e);
      }
    }
    try {
      return used(reopened(now), use, input);
    } catch (GeneralSecurityException | ProviderException e) {
      throw unavailable(e);
    }
  }

  /// Never runs beside or behind the opening of a later session: a library may give that one the
  /// same numbers, and a key's number would then be another key's.
  private byte[] used(HsmSession opened, Use use, byte[] input) throws GeneralSecurityException {
    gate.readLock().lock();
    try {
      if (opened != session) {
        throw new ProviderException("the session was replaced meanwhile");
      }
      return use.on(opened, input);
    } finally {
      gate.readLock().unlock();
    }
  }

  private byte[] firstAnswer(Use use) {
    byte[] answer = ask(use.label(), use.work(), QUESTION);
    firstAnswers.put(use, answer);
    return answer;
  }

  private HsmSession reopened(@Nullable HsmSession lost) {
    gate.writeLock().lock();
    try {
      HsmSession now = session;
      return now != null && now != lost ? now : opened();
    } finally {
      gate.writeLock().unlock();
    }
  }

  private HsmSession opened() {
    session = null;
    if (clock.instant().isBefore(nextAttempt)) {
      throw unavailable(failure);
    }
    try {
      HsmSession fresh = door.open();
      recognise(fresh);
      session = fresh;
      return fresh;
    } catch (GeneralSecurityException | IOException | ProviderException e) {
      failure = e;
      // An HSM locks itself after a few wrong PINs.
      nextAttempt = isPinWrong(e) ? Instant.MAX : clock.instant().plus(BETWEEN_ATTEMPTS);
      throw unavailable(e);
    }
  }

  private void recognise(HsmSession fresh) throws GeneralSecurityException {
    for (Map.Entry<Use, byte[]> first : firstAnswers.entrySet()) {
      if (!MessageDigest.isEqual(first.getKey().on(fresh, QUESTION), first.getValue())) {
        throw new InvalidKeyException(first.getKey().label() + " is another key than before");
      }
    }
  }

  private static VaultUnavailableException unavailable(Exception e) {
    String reason =
        isPinWrong(e)
            ? "its PIN is wrong; it is not tried again before a restart"
            : String.valueOf(causes(e).reduce(e, (_, deeper) -> deeper).getMessage());
    return new VaultUnavailableException("the vault's HSM cannot be used: " + reason, e);
  }

  private static boolean isPinWrong(Exception e) {
    return causes(e).anyMatch(FailedLoginException.class::isInstance);
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, one -> one != null, Throwable::getCause);
  }

  private record Use(String label, HsmWork work) {

    byte[] on(HsmSession session, byte[] input) throws GeneralSecurityException {
      return work.done(session.provider(), session.key(label), input);
    }
  }
}
