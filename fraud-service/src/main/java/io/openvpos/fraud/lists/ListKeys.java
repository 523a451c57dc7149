package io.openvpos.fraud.lists;

import io.openvpos.fraud.lists.domain.ListName;
import io.openvpos.money.Mode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// One name for one value on one list.
final class ListKeys {

  private static final int BYTES = 12;

  private ListKeys() {}

  static String of(ListName list, @Nullable Mode mode, String value) {
    String whole = list.code() + "|" + (mode == null ? "" : mode.code()) + "|" + value;
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
      return "le_" + HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
