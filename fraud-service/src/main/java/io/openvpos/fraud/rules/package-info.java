/// Versions of the fraud rules: written by one person, approved by another, tried in shadow, put in
/// force. It owns the collections `rule_sets` and `rule_publication` and the version that this
/// instance judges by. It must not know who asks for an assessment.
@NullMarked
package io.openvpos.fraud.rules;

import org.jspecify.annotations.NullMarked;
