package io.openvpos.merchant.pricing.domain;

import java.math.BigInteger;

/// Exact `a * b / divisor` of non-negative integers, halves rounded up. No product overflows.
final class HalfUp {

  private HalfUp() {}

  static long proportion(long a, long b, long divisor) {
    if (a < 0 || b < 0 || divisor <= 0) {
      throw new IllegalArgumentException("a proportion is of non-negative numbers");
    }
    long product = a * b;
    return Math.multiplyHigh(a, b) == 0 && product >= 0
        ? divide(product, divisor)
        : divide(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)), divisor);
  }

  private static long divide(long product, long divisor) {
    long quotient = product / divisor;
    long rest = product % divisor;
    // rest >= divisor / 2, written so that it neither rounds nor overflows.
    return rest >= divisor - rest ? quotient + 1 : quotient;
  }

  private static long divide(BigInteger product, long divisor) {
    BigInteger[] parts = product.divideAndRemainder(BigInteger.valueOf(divisor));
    long rest = parts[1].longValueExact();
    BigInteger rounding = rest >= divisor - rest ? BigInteger.ONE : BigInteger.ZERO;
    return parts[0].add(rounding).longValueExact();
  }
}
