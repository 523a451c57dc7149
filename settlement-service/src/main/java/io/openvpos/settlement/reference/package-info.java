/// The names that settlement gives to what it presents to the network. Pure; knows only heads.
@NullMarked
package io.openvpos.settlement.reference;

import org.jspecify.annotations.NullMarked;
