/// Attacks with cards on a running platform, among the sales of honest customers at the same shops,
/// and what came of them with and without rules in force. It must know nothing of the services but
/// what they answer.
@NullMarked
package io.openvpos.sandbox.attack;

import org.jspecify.annotations.NullMarked;
