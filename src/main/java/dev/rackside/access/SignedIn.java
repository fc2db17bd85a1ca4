package dev.rackside.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Who a database account is, for those who only look and map nothing. */
public final class SignedIn {

    private SignedIn() {
    }

    /** What a person or service among the people is called; empty where nobody there has the name. */
    public static Optional<String> displayName(Connection connection, String username) throws SQLException {
        try (var found = connection.prepareStatement(
                "SELECT COALESCE(NULLIF(TRIM(display_name), ''), username) FROM api_users WHERE username = ?")) {
            found.setString(1, username);
            try (var row = found.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
