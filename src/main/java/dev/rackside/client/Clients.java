package dev.rackside.client;

import dev.rackside.row.Choice;
import jakarta.data.Limit;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

@Repository
interface Clients {

    StatelessSession session();

    @Find
    Optional<Client> byId(UUID id);

    @Insert
    void insert(Client client);

    @Query("delete from Client where id = :id")
    int delete(UUID id);

    @Query("select id, name from Client where name like :pattern escape '!' order by name, id")
    List<Choice> choices(String pattern, Limit limit);
}
