package io.openvpos.messaging.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7, true",
    "203.0.113.7, 203.0.113.8, false",
    "203.0.113.0/24, 203.0.113.255, true",
    "203.0.113.0/24, 203.0.112.255, false",
    "203.0.113.128/25, 203.0.113.127, false",
    "10.0.0.0/9, 10.127.255.255, true",
    "10.0.0.0/9, 10.128.0.0, false",
    "128.0.0.0/1, 255.255.255.255, true",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "2001:db8::1, 2001:DB8:0:0:0:0:0:1, true",
    "203.0.113.0/24, 2001:db8::1, false",
    "203.0.113.0/24, ::ffff:203.0.113.7, true",
    "203.0.113.0/24, ::FFFF:cb00:7207, false",
    "2001:db8::/32, 203.0.113.7, false"
  })
  void holdsTheAddressesOfItsNetwork(String range, String address, boolean held) {
    AddressRange read = AddressRange.read(range).orElseThrow();

    assertThat(read.contains(AddressRange.address(address).orElseThrow())).isEqualTo(held);
    assertThat(AddressRange.read(read.toString())).contains(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shop.example",
        "localhost",
        "203.0.113",
        "203.0.113.256",
        "203.0.113.07",
        "203.0.113.0/33",
        "203.0.113.0/0",
        "203.0.113.1/24",
        "203.0.113.0/",
        "203.0.113.0/-1",
        "3405803783",
        "0xcb.0.0x71.7",
        "::ffff:203.0.113.7",
        "2001:db8::/129",
        "2001:db8::1/64",
        "[2001:db8::1]",
        "fe80::1%eth0",
        ":::"
      })
  void isNothingElse(String text) {
    assertThat(AddressRange.read(text)).isEmpty();
  }
}
