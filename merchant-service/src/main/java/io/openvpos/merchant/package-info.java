/// merchant-service: staff and API keys, contracts and pricing, and the double-entry merchant
/// ledger. This page of packages wires the features; each feature keeps its own rules. It knows of
/// payments and payouts only what their facts say.
@NullMarked
package io.openvpos.merchant;

import org.jspecify.annotations.NullMarked;
