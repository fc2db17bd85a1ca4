/** What happens to backups, told by mail and to a hook. The door is {@link dev.rackside.backup.notice.Notices}. */
@NullMarked
package dev.rackside.backup.notice;

import org.jspecify.annotations.NullMarked;
