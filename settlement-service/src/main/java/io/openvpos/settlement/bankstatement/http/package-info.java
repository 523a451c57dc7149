/// The bank's messages in, what came of them, and exceptions, over HTTP.
@NullMarked
package io.openvpos.settlement.bankstatement.http;

import org.jspecify.annotations.NullMarked;
