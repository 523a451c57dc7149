/// Adjustments over HTTP: asked for and decided by the acquirer's finance, read by the merchant.
@NullMarked
package io.openvpos.merchant.adjustment.http;

import org.jspecify.annotations.NullMarked;
