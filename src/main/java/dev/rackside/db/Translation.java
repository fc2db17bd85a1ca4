package dev.rackside.db;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.Collections;
import javax.net.ssl.SSLException;

/** Reads from an exception of the driver what happened, in the person's terms. */
final class Translation {

    /** Wrong password, and none given where one is needed. */
    private static final Set<Integer> ACCESS_DENIED = Set.of(1045, 1698);
    private static final int ACCESS_DENIED_TO_DATABASE = 1044;
    private static final int UNKNOWN_DATABASE = 1049;
    private static final Set<Integer> RIGHTS = Set.of(ACCESS_DENIED_TO_DATABASE, 1142, 1143, 1227, 1370,
            // Not from this workstation; the password ran out; the account is locked.
            1130, 1820, 1862, 4151);
    private static final Set<Integer> ROLLED_BACK = Set.of(1213, 1205, 1020);
    private static final Set<Integer> REFUSED_VALUE = Set.of(1048, 1264, 1292, 1366, 1406, 1452, 4025, 3819, 1265);
    private static final int DUPLICATE = 1062;
    private static final int CLUSTER_NOT_READY = 1047;

    private final DatabaseAddress address;

    private Translation(DatabaseAddress address) {
        this.address = address;
    }

    static Translation of(DatabaseAddress address) {
        return new Translation(address);
    }

    /** The problem that the exception means; a bug comes back as it is. */
    RuntimeException translate(RuntimeException failure) {
        if (failure instanceof Problem) {
            return failure;
        }
        for (var cause : causes(failure)) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (cause instanceof UnknownHostException) {
                return new Problem(ErrorCode.HOST_UNKNOWN, failure, address.hostList());
            }
            if (cause instanceof SSLException) {
                return new Problem(ErrorCode.TLS_REFUSED, failure, address.hostList());
            }
            if (address.certificate() != null && fileUnreadable(cause)) {
                return new Problem(ErrorCode.CERTIFICATE_UNREADABLE, failure, address.certificate());
            }
        }
        for (var sql : sqlCauses(failure)) {
            var problem = bySqlCode(sql, failure);
            if (problem != null) {
                return problem;
            }
        }
        return connectionLost(failure)
                ? new Problem(ErrorCode.SERVER_UNREACHABLE, failure, address.hostList())
                : failure;
    }

    private @org.jspecify.annotations.Nullable Problem bySqlCode(SQLException sql, RuntimeException failure) {
        var code = sql.getErrorCode();
        var text = String.valueOf(sql.getMessage());
        if (ACCESS_DENIED.contains(code)) {
            return new Problem(ErrorCode.PASSWORD_REFUSED, failure, address.account());
        }
        if (RIGHTS.contains(code)) {
            return new Problem(ErrorCode.RIGHTS_MISSING, failure, address.account(), address.database());
        }
        if (code == UNKNOWN_DATABASE) {
            return new Problem(ErrorCode.DATABASE_UNKNOWN, failure, address.database());
        }
        if (code == CLUSTER_NOT_READY) {
            return new Problem(ErrorCode.CLUSTER_NOT_READY, failure, address.hostList());
        }
        if (text.contains("TLS is enabled by default") || text.contains("server does not support SSL")
                || text.contains("ssl not enabled in the server") || text.contains("SSL hostname verification failed")
                || text.contains("Self signed certificates") || text.contains("certificate_unknown")) {
            return new Problem(ErrorCode.TLS_REFUSED, failure, address.hostList());
        }
        if (code == DUPLICATE) {
            return new Problem(ErrorCode.ALREADY_THERE, failure, quoted(text));
        }
        return REFUSED_VALUE.contains(code) ? new Problem(ErrorCode.VALUE_REFUSED, failure, withoutPrefix(text)) : null;
    }

    /** The driver's words for a certificate file that isn't there or holds none. */
    private static boolean fileUnreadable(Throwable cause) {
        var text = String.valueOf(cause.getMessage());
        return cause instanceof SQLException && (text.contains("Failed load keyStore")
                || text.contains("Failed to store certificate from serverSslCert"));
    }

    /** Deadlock, lock timeout, or a cluster's certification refused the transaction: nothing of it is there. */
    static boolean rolledBack(Throwable failure) {
        return sqlCauses(failure).stream()
                .anyMatch(sql -> ROLLED_BACK.contains(sql.getErrorCode()) || "40001".equals(sql.getSQLState()));
    }

    static boolean connectionLost(Throwable failure) {
        return sqlCauses(failure).stream().anyMatch(sql -> {
            var state = sql.getSQLState();
            return sql instanceof java.sql.SQLTransientConnectionException
                    || sql instanceof java.sql.SQLNonTransientConnectionException
                    || (state != null && (state.startsWith("08") || state.equals("25S03")));
        });
    }

    /** The value in "Duplicate entry 'x' for key 'y'". */
    private static String quoted(String text) {
        var from = text.indexOf('\'');
        var to = text.indexOf("' for key", from + 1);
        return from >= 0 && to > from ? text.substring(from + 1, to) : withoutPrefix(text);
    }

    /** Drops the driver's "(conn=12) " in front of the server's words. */
    private static String withoutPrefix(String text) {
        return text.replaceFirst("^\\(conn=\\d+\\) ", "");
    }

    private static List<SQLException> sqlCauses(Throwable failure) {
        return causes(failure).stream().filter(SQLException.class::isInstance).map(SQLException.class::cast).toList();
    }

    private static List<Throwable> causes(Throwable failure) {
        Set<Throwable> known = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        for (var cause = failure; cause != null && known.add(cause); cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }
}
