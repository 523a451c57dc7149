/// Lists that people keep: who is let through, stopped or watched. It owns the collection
/// `list_entries` and the copy of it that this instance judges by. It must not know rules.
@NullMarked
package io.openvpos.fraud.lists;

import org.jspecify.annotations.NullMarked;
