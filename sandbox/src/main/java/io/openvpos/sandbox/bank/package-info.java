/// The bank that pays merchants, simulated: it takes ISO 20022 payment files over HTTP, writes each
/// to its own log once and answers with a status report. It is another company's system: it knows
/// files, not payouts or merchants.
@NullMarked
package io.openvpos.sandbox.bank;

import org.jspecify.annotations.NullMarked;
