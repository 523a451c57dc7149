/// What an authentication is and what may happen to it: its stages, its three ids, its outcomes and
/// what they are worth. Pure: no clock, no protocol, no store.
@NullMarked
package io.openvpos.authorization.threeds.domain;

import org.jspecify.annotations.NullMarked;
