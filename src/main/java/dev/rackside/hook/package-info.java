/** What happens here, told to other programs by a hook. The door is {@link dev.rackside.hook.HookService}. */
@NullMarked
package dev.rackside.hook;

import org.jspecify.annotations.NullMarked;
