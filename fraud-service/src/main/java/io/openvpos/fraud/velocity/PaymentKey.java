package io.openvpos.fraud.velocity;

/// A payment id as 64 bits, so that a day of attempts fits in memory. Two ids of one card and day
/// that share a key would count as one attempt; at the most that a card can hold (2^17) the chance
/// is below one in a billion.
final class PaymentKey {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private PaymentKey() {}

  /// Never 0: that marks a free slot in [KeySet].
  static long of(String paymentId) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < paymentId.length(); i++) {
      hash = (hash ^ paymentId.charAt(i)) * FNV_PRIME;
    }
    long mixed = mix(hash);
    return mixed == 0 ? 1 : mixed;
  }

  /// The finishing steps of SplitMix64: every input bit reaches every output bit.
  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
