/**
 * Credentials for outside systems, without their secrets. The door is {@link dev.rackside.credential.CredentialService}.
 */
@NullMarked
package dev.rackside.credential;

import org.jspecify.annotations.NullMarked;
