/// Something open until two people have settled what it was: an owner, notes, a proposal and
/// another person's word. It moves no money and must not know what it is about.
@NullMarked
package io.openvpos.settlement.matter;

import org.jspecify.annotations.NullMarked;
