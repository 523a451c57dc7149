/// What an operator runs beside the service, with the service's own settings: `rotate-keys`,
/// `import-bins`, `move-key`.
@NullMarked
package io.openvpos.authorization.command;

import org.jspecify.annotations.NullMarked;
