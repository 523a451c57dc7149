package io.openvpos.sandbox.shop;

import java.util.List;
import java.util.Optional;

/// Something that the shop sells.
///
/// @param kurus the price with VAT, in minor units of TRY
record Product(String id, String name, String about, long kurus) {

  static final List<Product> ALL =
      List.of(
          new Product("defter", "Çizgili defter", "96 yaprak, sert kapak", 89_90),
          new Product("kalem", "Dolma kalem", "İnce uç, mavi mürekkep", 449_00),
          new Product("boya", "Suluboya takımı", "24 renk ve iki fırça", 215_50),
          new Product("silgi", "Silgi", "İz bırakmaz", 12_75));

  static Optional<Product> of(String id) {
    return ALL.stream().filter(product -> product.id().equals(id)).findFirst();
  }

  String price() {
    return written(kurus);
  }

  static long sum(List<Product> basket) {
    return basket.stream().mapToLong(Product::kurus).sum();
  }

  static String total(List<Product> basket) {
    return written(sum(basket));
  }

  /// As `1234,50 TL`.
  private static String written(long kurus) {
    long rest = kurus % 100;
    return kurus / 100 + (rest < 10 ? ",0" : ",") + rest + " TL";
  }
}
