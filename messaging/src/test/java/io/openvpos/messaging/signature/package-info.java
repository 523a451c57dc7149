/// Tests of signed requests, with a signer of their own.
@NullMarked
package io.openvpos.messaging.signature;

import org.jspecify.annotations.NullMarked;
