/// The text of a rule: its words and the tree they make, with the place of each for error messages.
/// It must not know which names exist nor what anything is worth.
@NullMarked
package io.openvpos.fraud.rules.syntax;

import org.jspecify.annotations.NullMarked;
