/// Çınar Kırtasiye, a small shop in Turkish and English that has everything a site check asks for.
/// It must not know the platform: to that it is a stranger's site, and a customer with an API key.
@NullMarked
package io.openvpos.sandbox.shop;

import org.jspecify.annotations.NullMarked;
