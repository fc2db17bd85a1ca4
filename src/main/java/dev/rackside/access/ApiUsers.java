package dev.rackside.access;

import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Repository;
import java.util.Optional;
import org.hibernate.StatelessSession;

@Repository
interface ApiUsers {

    StatelessSession session();

    @Find
    Optional<ApiUser> byUsername(String username);

    @Insert
    void insert(ApiUser user);
}
