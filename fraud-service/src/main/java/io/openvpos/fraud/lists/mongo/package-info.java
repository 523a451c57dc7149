/// Entries of lists as documents of the collection `list_entries`.
@NullMarked
package io.openvpos.fraud.lists.mongo;

import org.jspecify.annotations.NullMarked;
