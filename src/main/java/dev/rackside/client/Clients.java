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
import org.hibernate.annotations.processing.SQL;

@Repository
interface Clients {

    StatelessSession session();

    @Find
    Optional<Client> byId(UUID id);

    @Insert
    void insert(Client client);

    @Query("delete from Client where id = :id")
    int delete(UUID id);

    @Query("select id, coalesce(name, '') from Client where id in :ids order by name, id")
    List<Choice> byIds(List<UUID> ids);

    @Query("select id, coalesce(name, '') from Client where name like :pattern escape '!' order by name, id")
    List<Choice> choices(String pattern, Limit limit);

    @Query("select count(*) from Client where name = :name and id <> :except")
    long namesakes(String name, UUID except);

    @SQL("""
            select (select count(*) from infrastructure where client_id = :id), \
            (select count(*) from sessions where client_id = :id), \
            (select count(*) from ticket_links where client_id = :id), \
            (select count(*) from environmental_insights where client_id = :id)""")
    Object[] counts(UUID id);
}
