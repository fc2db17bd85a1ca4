package dev.rackside.access;

import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

@Repository
interface ApiUsers {

    StatelessSession session();

    @Find
    Optional<ApiUser> byUsername(String username);

    @Find
    Optional<ApiUser> byId(UUID id);

    @Query("delete from ApiUser where id = :id")
    int delete(UUID id);

    /** Others of that name. */
    @Query("select count(*) from ApiUser where username = :username and id <> :except")
    long namesakes(String username, UUID except);

    /** One where there is a password; the hash itself stays in the database. */
    @SQL("select count(*) from api_users where id = :id and coalesce(password_hash, '') <> ''")
    long passwords(UUID id);

    @Query("""
            select id, name, prefix, scopes, expiresAt, lastUsedAt, revokedAt, createdAt from ApiToken \
            where userId = :userId order by createdAt desc, id""")
    List<TokenRow> tokens(UUID userId);

    @Query("update ApiToken set revokedAt = :now where id = :id and revokedAt is null")
    int revoke(UUID id, Instant now);

    @Insert
    void insert(ApiUser user);
}
