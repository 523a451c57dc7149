package io.openvpos.sandbox.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a visitor needs to use the sandbox, one `NAME=value` a line, as printed and as written to
/// `sandbox.env` once everything is ready.
public record SandboxEnv(
    DemoMerchants merchants,
    DemoCredentials credentials,
    String businessDay,
    Endpoints endpoints,
    String demoShop,
    long readySeconds) {

  /// Removes the file of an earlier start: while it is missing, nothing is ready.
  public static void clear(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void write(Path file) {
    KeptFile.write(file, String.join("\n", lines()) + "\n");
  }

  public List<String> lines() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("MERCHANT_ID", merchants.first().merchantId());
    values.put("SECRET_KEY", merchants.first().secretKey());
    values.put("MERCHANT_ID_2", merchants.second().merchantId());
    values.put("SECRET_KEY_2", merchants.second().secretKey());
    values.put("FINANCE_EMAIL", credentials.financeEmail());
    values.put("FINANCE_PASSWORD", credentials.financePassword());
    values.put("OPS_EMAIL", credentials.opsEmail());
    values.put("OPS_PASSWORD", credentials.opsPassword());
    values.put("BUSINESS_DAY", businessDay);
    values.put("AUTHORIZATION_URL", endpoints.authorization());
    values.put("MERCHANT_URL", endpoints.merchant());
    values.put("SETTLEMENT_URL", endpoints.settlement());
    values.put("FRAUD_URL", endpoints.fraud());
    values.put("SHOP_URL", demoShop);
    List<String> lines = new ArrayList<>();
    values.forEach((name, value) -> lines.add(name + "=" + value));
    lines.add("READY in " + readySeconds + " s");
    return lines;
  }
}
