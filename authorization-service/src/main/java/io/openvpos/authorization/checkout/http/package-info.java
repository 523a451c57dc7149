/// The shop's calls about its checkout sessions. It reads, answers and decides nothing.
@NullMarked
package io.openvpos.authorization.checkout.http;

import org.jspecify.annotations.NullMarked;
