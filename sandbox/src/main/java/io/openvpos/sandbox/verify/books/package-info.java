/// What the services, the topics and the card network have written down, as `verify` reads it: from
/// raw documents, with every field name of a database in one class. Judges nothing. Calls no
/// service code, so that a mistake there cannot hide itself here.
@NullMarked
package io.openvpos.sandbox.verify.books;

import org.jspecify.annotations.NullMarked;
