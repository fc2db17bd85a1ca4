package dev.rackside.fault;

import java.util.Locale;

/**
 * Every expected problem. Each has a message {@code problem.<key>.what} and {@code problem.<key>.remedy}; the comment
 * names the arguments in order.
 */
public enum ErrorCode {
    /** host:port */
    SERVER_UNREACHABLE(true),
    /** host:port */
    CONNECTION_LOST(true),
    /** host */
    HOST_UNKNOWN(false),
    /** host */
    TLS_REFUSED(false),
    /** The file of the authority that TLS shall trust isn't there or holds no certificate; file */
    CERTIFICATE_UNREADABLE(false),
    /** account */
    PASSWORD_REFUSED(false),
    /** database */
    DATABASE_UNKNOWN(false),
    /** account, database */
    RIGHTS_MISSING(false),
    /** The account may not write to every table, or the server is a replica; account */
    ACCOUNT_ONLY_READS(false),
    /** The server answers, but the cluster has no majority; host:port */
    CLUSTER_NOT_READY(true),
    /** Deadlock or lock timeout after all retries. */
    DATABASE_BUSY(true),
    /** A commit whose outcome is not known and could not be looked up. */
    OUTCOME_UNKNOWN(false),
    /** Somebody changed the row since it was loaded. */
    EDIT_CONFLICT(false),
    /** The row was deleted by someone else; what it was */
    ROW_GONE(false),
    /** A unique rule refused the row; which value */
    ALREADY_THERE(false),
    /** The server refused a value; the server's own words */
    VALUE_REFUSED(false),
    /** The draft breaks its own rules; the first of them */
    DRAFT_INVALID(false),

    /** The schema is older than this program; found version, needed version */
    SCHEMA_OLDER(false),
    /** The schema is newer than this program; found version, known version */
    SCHEMA_NEWER(false),
    /** A database of another program that was not adopted yet; database */
    SCHEMA_FOREIGN(false),
    /** A migration failed; version, the server's own words */
    MIGRATION_FAILED(true),
    /** The same, of a database that was backed up before; version, the server's own words, the backup's file */
    MIGRATION_FAILED_SAVED(true),
    /** Sample data are for an empty database; how many clients there are */
    NOT_EMPTY(false),

    /** The database that a workspace shall be copied to has rows of its own; how many */
    COPY_TARGET_FILLED(false),
    /** What has rows already was left by a copy that broke off; how many */
    COPY_BEGUN(false),
    /** The target of a copy takes a row not; table, the server's own words */
    COPY_REFUSED(false),
    /** A copy ended in its midst; the driver's own words */
    COPY_BROKEN(true),

    /** Another Rackside has this workspace open; workspace, process id */
    WORKSPACE_IN_USE(false),
    /** No workspace of that name; name */
    WORKSPACE_UNKNOWN(false),
    /** The workspace's settings can't be read; file */
    WORKSPACE_DAMAGED(false),
    /** A file is no workspace link that can be followed; its name, why not */
    LINK_UNREADABLE(false),
    /** A workspace link of a format that a newer Rackside writes; its name, the format's number */
    LINK_NEWER(false),
    /** No bundled server for this platform and no installed mariadbd; platform */
    NO_SERVER_PROGRAM(false),
    /** The local server did not start; log file */
    SERVER_DID_NOT_START(true),
    /** The data were written by a newer server; version found, version here */
    DATA_NEWER_THAN_SERVER(false),
    /** A file or folder can't be written; path */
    NOT_WRITABLE(false),
    /** The disk is full; path */
    DISK_FULL(true),
    /** No display or a library of it is missing; what is missing */
    NO_DISPLAY(false),
    /** Nobody deactivates or deletes themselves */
    ONESELF(false),
    /** The last administrator who may sign in; user name */
    LAST_ADMINISTRATOR(false),
    /** A person whose name stands in rows; user name */
    NAME_STANDS(false),
    /** What is sealed opens only by another password. */
    SECRET_PASSWORD_WRONG(false),
    /** What is sealed was changed since, or is not whole. */
    SECRET_DAMAGED(false),
    /** Another program, or a newer one, wrote what stands where something sealed is expected. */
    SECRET_NOT_OURS(false),
    /** What is sealed belongs to another row, column, kind, vault or person. */
    SECRET_MOVED(false),
    /** What is sealed is of an earlier version than the row says. */
    SECRET_OLDER(false),
    /** Keys under parameters by which a password could be guessed fast. */
    SECRET_KEY_WEAK(false),
    /** Sealed by a key that isn't there. */
    SECRET_KEY_UNKNOWN(false),
    /** A vault's key that was not granted by who is said to have done so. */
    SECRET_GRANT_FORGED(false),

    /** A credential lacks what it takes to sign in; what */
    CREDENTIAL_INCOMPLETE(false),
    /** No credential of a system is in use; system */
    NO_CREDENTIAL(false),
    /** The vault is needed, and isn't open. */
    VAULT_LOCKED(false),
    /** This database has a vault already. */
    VAULT_THERE(false),
    /** The vault got a new key since it was opened here. */
    VAULT_RENEWED(false),
    /** Only a person among the people can have keys; account */
    VAULT_NEEDS_PERSON(false),
    /** A vault that was granted by somebody whom this workstation doesn't know yet; their fingerprint, the same as words */
    VAULT_GRANTER_UNKNOWN(false),
    /** A password that could be found by trying; how many characters it needs */
    PASSWORD_SHORT(false),
    /** A recovery kit that was typed wrong. */
    KIT_MISREAD(false),
    /** A recovery kit of another vault, or one that another came after. */
    KIT_OTHER(false),

    /** An outside system may not be asked there; host, why not */
    OUTSIDE_ADDRESS(false),
    /** No system of that name; host */
    OUTSIDE_HOST_UNKNOWN(true),
    /** Nothing answers there, and nothing was sent; host */
    OUTSIDE_UNREACHABLE(true),
    /** The connection ended in the midst of an answer; host */
    OUTSIDE_BROKEN_OFF(true),
    /** No whole answer in time; host, seconds */
    OUTSIDE_TIMEOUT(true),
    /** The certificate is not trusted, or is another's; host */
    OUTSIDE_TLS(false),
    /** Asked too often; host, when to ask again */
    OUTSIDE_LIMITED(true),
    /** The system is there and can't answer now; host, status of HTTP */
    OUTSIDE_DOWN(true),
    /** An answer that is a page, or nothing that can be read; host */
    OUTSIDE_NOT_JSON(false),
    /** An answer that is far too long; host, the most in MiB */
    OUTSIDE_TOO_LARGE(false),
    /** The system sends its callers elsewhere; host, where to */
    OUTSIDE_REDIRECTS(false),
    /** Something was to be changed there, and nobody knows whether it was; host */
    OUTSIDE_OUTCOME_UNKNOWN(false),
    /** A person began to sign in with the browser and never came back; minutes */
    SIGN_IN_NOT_FINISHED(false),
    /** Another program has the port that the browser is to come back to; the port */
    LOOPBACK_TAKEN(true),
    /** Who signs in is not let in; system, its own words */
    OUTSIDE_SIGN_IN(false),
    /** Who signs in may not do that; system, its own words */
    OUTSIDE_FORBIDDEN(false),
    /** An exchange isn't of unknown outcome, or not any more; what its outcome is */
    EXCHANGE_SETTLED(false),
    /** Only an administrator may do it; the account */
    ADMINISTRATOR_ONLY(false),
    /** A backup or its proof failed, or none came in time; what happened */
    BACKUPS_NEED_YOU(false),
    /** Nobody was told what happened to a backup; by which channel, why not */
    NOTICE_NOT_DELIVERED(false),
    /** Nothing is sent by a channel that wasn't set up; which channel */
    CHANNEL_OFF(false),
    /** The system refuses what it was sent; system, its own words */
    OUTSIDE_REFUSED(false),
    /** What was asked for is not there; system */
    OUTSIDE_GONE(false),

    /** No backup was taken; why, what was said */
    BACKUP_NOT_TAKEN(true),
    /** A backup's file is being read or removed at this moment; its file */
    BACKUP_IN_USE(true),
    /** This workstation doesn't reach a backup's folder; its file */
    BACKUP_ELSEWHERE(true),
    /** A backup that is to be proved isn't one of Rackside's own; its file */
    BACKUP_NOT_OURS(false),
    /** A file that is to be a proof of restore is none that this program can read; the file */
    PROOF_UNREADABLE(false),
    /** A backup can't be restored; its file, why, what was found */
    RESTORE_REFUSED(false),
    /** Nothing can be restored to that name; the name, why */
    RESTORE_NAME_REFUSED(false),
    /** The account may not make what a restore needs; account, rights, database */
    RESTORE_RIGHTS(false),
    /** The server is of an older series than the one that the backup is of; the backup's version, the server's */
    RESTORE_SERVER_OLDER(false),
    /** What is at stake wasn't confirmed; what is */
    RESTORE_NOT_CONFIRMED(false),
    /** Nothing was restored, and nothing is left of it; target, why */
    RESTORE_FAILED(true),
    /** A database is being replaced at this moment; database */
    RESTORE_UNDER_WAY(true),
    /** A database was to be replaced and is as before; database, why, the backup that was taken before */
    RESTORE_ROLLED_BACK(true),
    /** A database was to be replaced, and what was there couldn't be put back; database, why, the backup */
    RESTORE_BROKEN(false),
    /** The agent of this person runs already; its process */
    AGENT_RUNS(false),
    /** The agent can't sign in: no password is kept for the workspace; workspace */
    AGENT_NO_PASSWORD(false),
    /** The system's own tool for services refused; the tool, its own words */
    AGENT_TOOL(false),
    /** Somebody is at one of the schedule's times; schedule, who */
    SLOT_TAKEN(true),
    /** No schedule of that name; name */
    SCHEDULE_UNKNOWN(false),
    /** A place to restore into that isn't made for it; database */
    PROOF_TARGET_REFUSED(false),

    /** The build doesn't say where newer versions are announced, or by which key. */
    UPDATE_NOT_SET(false),
    /** An address where nothing can be announced; address */
    UPDATE_ADDRESS(false),
    /** What is announced can't be read; host, why not */
    UPDATE_NOT_READ(true),
    /** What is announced isn't believed; host, why not */
    UPDATE_NOT_TRUSTED(false),

    /** Address with a scheme that is not opened; address */
    ADDRESS_REFUSED(false),
    /** No browser or file manager takes it; address or folder */
    NOTHING_OPENS(false);

    private final boolean retryable;

    ErrorCode(boolean retryable) {
        this.retryable = retryable;
    }

    /** Whether the same act may succeed when it is simply done again. */
    public boolean retryable() {
        return retryable;
    }

    /** The code as it stands in message keys: lower case with hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
