/// The vault's rows in MongoDB, collection `vault`. Sees ciphertext and keyed hashes only.
@NullMarked
package io.openvpos.authorization.vault.mongo;

import org.jspecify.annotations.NullMarked;
