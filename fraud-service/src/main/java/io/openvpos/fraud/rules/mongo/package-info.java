/// Versions of the rules and their publication as documents.
@NullMarked
package io.openvpos.fraud.rules.mongo;

import org.jspecify.annotations.NullMarked;
