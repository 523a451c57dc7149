package io.openvpos.settlement.batch.domain;

import java.time.LocalDate;
import java.util.regex.Pattern;

/// `day.merchant.mode.currency`: a batch's identity is what it is of.
public final class BatchId {

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._-]+");

  private BatchId() {}

  public static String of(LocalDate day, Head head) {
    String id = day + "." + head.merchantId() + "." + head.mode().code() + "." + head.currency();
    if (!ALLOWED.matcher(id).matches()) {
      throw new IllegalArgumentException("not a batch id: " + id);
    }
    return id;
  }
}
