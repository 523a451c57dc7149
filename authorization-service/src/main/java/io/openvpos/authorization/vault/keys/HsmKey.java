package io.openvpos.authorization.vault.keys;

import java.security.InvalidKeyException;

/// A key that an HSM keeps under a label.
record HsmKey(Hsm hsm, String label) implements KeyEncryptionKey, HmacKey {

  @Override
  public byte[] wrap(byte[] dataKey) {
    return hsm.ask(label, HsmWork.WRAP, dataKey);
  }

  @Override
  public byte[] unwrap(byte[] wrapped) throws InvalidKeyException {
    return KeyWrap.proven(hsm.ask(label, HsmWork.UNWRAP, wrapped));
  }

  @Override
  public byte[] digest(byte[] text) {
    return hsm.ask(label, HsmWork.DIGEST, text);
  }
}
