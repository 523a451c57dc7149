/// What every service must recognise of card numbers to keep them out. It knows no card.
@NullMarked
package io.openvpos.card;

import org.jspecify.annotations.NullMarked;
