/// Which postings each event makes: the posting table of docs/ledger.md in code. It must not know
/// heads, storage, messages or the clock.
@NullMarked
package io.openvpos.merchant.ledger.domain.posting;

import org.jspecify.annotations.NullMarked;
