package dev.rackside.integration;

import jakarta.data.repository.Find;
import jakarta.data.repository.Repository;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

@Repository
interface Exchanges {

    StatelessSession session();

    @Find
    Optional<Exchange> byId(UUID id);
}
