/// The pages that payers see: rendered here, working without scripts, with nothing from elsewhere.
/// It turns a form into a card for the vault and knows no card number afterwards.
@NullMarked
package io.openvpos.authorization.checkout.page;

import org.jspecify.annotations.NullMarked;
