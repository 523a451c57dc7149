package io.openvpos.authorization.vault.keys;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.SecretKeyEntry;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.Mac;
import javax.crypto.MacSpi;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.security.auth.login.FailedLoginException;
import org.jspecify.annotations.Nullable;

/// An HSM made of a keystore: its keys show no bytes and work through its own provider alone, its
/// sessions are lost when a test says so.
public final class KeystoreHsm implements Hsm.Door {

  private static final PasswordProtection PIN = new PasswordProtection("1234".toCharArray());

  private final KeyStore store;
  private String pin = "1234";
  private boolean away;
  private int logIns;
  private int session;

  public KeystoreHsm() {
    try {
      store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Puts a key under a label, in the place of any other.
  public KeystoreHsm with(String label, String algorithm, byte[] key) {
    try {
      store.setEntry(label, new SecretKeyEntry(new SecretKeySpec(key, algorithm)), PIN);
      return this;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  void loseSession() {
    session++;
  }

  void away(boolean away) {
    this.away = away;
    session++;
  }

  void changePin(String pin) {
    this.pin = pin;
    session++;
  }

  int logIns() {
    return logIns;
  }

  @Override
  public HsmSession open() throws IOException {
    logIns++;
    if (away) {
      throw new IOException("load failed", new ProviderException("CKR_TOKEN_NOT_PRESENT"));
    }
    if (!pin.equals("1234")) {
      throw new IOException("load failed", new FailedLoginException());
    }
    int opened = session;
    return new HsmSession(
        new Driver(opened),
        label -> {
          check(opened);
          Key key = store.getKey(label, PIN.getPassword());
          return key instanceof SecretKey secret ? new Handle(secret) : null;
        });
  }

  private void check(int opened) {
    if (opened != session) {
      throw new ProviderException("CKR_SESSION_HANDLE_INVALID");
    }
  }

  /// A key that works nowhere else.
  private record Handle(SecretKey inside) implements SecretKey {

    @Override
    public String getAlgorithm() {
      return inside.getAlgorithm();
    }

    @Override
    public @Nullable String getFormat() {
      return null;
    }

    @Override
    public byte @Nullable [] getEncoded() {
      return null;
    }

    static SecretKey opened(Key key) throws InvalidKeyException {
      if (key instanceof Handle handle) {
        return handle.inside();
      }
      throw new InvalidKeyException("a key of somebody else");
    }
  }

  private final class Driver extends Provider {

    Driver(int opened) {
      super("KeystoreHsm", "1", "an HSM made of a keystore");
      putService(new Work(this, "Cipher", "AES/ECB/NoPadding", opened));
      putService(new Work(this, "Mac", "HmacSHA256", opened));
    }
  }

  private final class Work extends Provider.Service {

    private final int opened;

    Work(Provider provider, String type, String algorithm, int opened) {
      super(provider, type, algorithm, KeystoreHsm.class.getName(), List.of(), null);
      this.opened = opened;
    }

    @Override
    public Object newInstance(@Nullable Object parameter) throws NoSuchAlgorithmException {
      try {
        return getType().equals("Mac")
            ? new Digests(Mac.getInstance(getAlgorithm()), opened)
            : new Blocks(Cipher.getInstance(getAlgorithm()), opened);
      } catch (GeneralSecurityException e) {
        throw new NoSuchAlgorithmException(e);
      }
    }

    @Override
    public boolean supportsParameter(@Nullable Object parameter) {
      return true;
    }
  }

  private final class Digests extends MacSpi {

    private final Mac inside;
    private final int opened;

    Digests(Mac inside, int opened) {
      this.inside = inside;
      this.opened = opened;
    }

    @Override
    protected int engineGetMacLength() {
      return inside.getMacLength();
    }

    @Override
    protected void engineInit(Key key, @Nullable AlgorithmParameterSpec none)
        throws InvalidKeyException {
      inside.init(Handle.opened(key));
    }

    @Override
    protected void engineUpdate(byte input) {
      inside.update(input);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
      inside.update(input, offset, length);
    }

    @Override
    protected byte[] engineDoFinal() {
      check(opened);
      return inside.doFinal();
    }

    @Override
    protected void engineReset() {
      inside.reset();
    }
  }

  private final class Blocks extends CipherSpi {

    private final Cipher inside;
    private final int opened;

    Blocks(Cipher inside, int opened) {
      this.inside = inside;
      this.opened = opened;
    }

    @Override
    protected void engineInit(int mode, Key key, @Nullable SecureRandom none)
        throws InvalidKeyException {
      inside.init(mode, Handle.opened(key));
    }

    @Override
    protected byte[] engineUpdate(byte[] input, int offset, int length) {
      check(opened);
      return inside.update(input, offset, length);
    }

    @Override
    protected byte[] engineDoFinal(byte @Nullable [] input, int offset, int length) {
      check(opened);
      return new byte[0];
    }

    @Override
    protected int engineGetBlockSize() {
      return inside.getBlockSize();
    }

    @Override
    protected int engineGetOutputSize(int length) {
      return inside.getOutputSize(length);
    }

    @Override
    protected byte @Nullable [] engineGetIV() {
      return null;
    }

    @Override
    protected @Nullable AlgorithmParameters engineGetParameters() {
      return null;
    }

    @Override
    protected void engineSetMode(String mode) {}

    @Override
    protected void engineSetPadding(String padding) {}

    @Override
    protected void engineInit(int m, Key k, @Nullable AlgorithmParameterSpec s, SecureRandom r)
        throws InvalidKeyException {
      engineInit(m, k, r);
    }

    @Override
    protected void engineInit(int m, Key k, @Nullable AlgorithmParameters p, SecureRandom r)
        throws InvalidKeyException {
      engineInit(m, k, r);
    }

    @Override
    protected int engineUpdate(byte[] in, int offset, int length, byte[] out, int at) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected int engineDoFinal(byte[] in, int offset, int length, byte[] out, int at) {
      throw new UnsupportedOperationException();
    }
  }
}
