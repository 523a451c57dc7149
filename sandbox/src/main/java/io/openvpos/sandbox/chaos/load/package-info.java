/// Shops that keep buying through every fault, as good clients do: a key for each request, asked
/// again with the same key until there is an answer. Everything they were told goes to a journal.
/// Knows the edge's addresses and nothing of what is being done to the platform.
@NullMarked
package io.openvpos.sandbox.chaos.load;

import org.jspecify.annotations.NullMarked;
