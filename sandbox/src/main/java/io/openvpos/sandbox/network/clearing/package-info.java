/// The clearing side of the simulated card network: it takes what an acquirer presents for a day
/// and answers with a clearing file, spoiled as it was told to. It knows the file format from
/// docs/clearing-file.md and nothing of the service that presents.
@NullMarked
package io.openvpos.sandbox.network.clearing;

import org.jspecify.annotations.NullMarked;
