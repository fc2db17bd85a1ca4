package dev.rackside.credential;

import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

@Repository
interface Credentials {

    StatelessSession session();

    @Find
    Optional<Credential> byId(UUID id);

    /** Others of that name. */
    @Query("select count(*) from Credential where name = :name and id <> :except")
    long namesakes(String name, UUID except);

    @Query("from Credential where active order by name, id")
    List<Credential> inUse();

    @Query("from Credential order by name, id")
    List<Credential> all();

    @Query("delete from Credential where id = :id")
    int delete(UUID id);

    @Insert
    void insert(Credential credential);
}
