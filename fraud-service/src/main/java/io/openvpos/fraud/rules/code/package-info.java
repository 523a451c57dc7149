/// Rules made runnable: the tree of a rule is checked against the declared names and their types
/// and turned into closures over a payment's values. Pure; it must not know what a rule leads to.
@NullMarked
package io.openvpos.fraud.rules.code;

import org.jspecify.annotations.NullMarked;
