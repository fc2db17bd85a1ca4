package dev.rackside.infrastructure;

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
interface Machines {

    StatelessSession session();

    @Find
    Optional<Machine> byId(UUID id);

    @Query("from Machine where id in :ids")
    List<Machine> byIds(List<UUID> ids);

    /** The machines of a client that have one of these names. */
    @Query("select id, coalesce(hostname, '') from Machine where clientId = :clientId and hostname in :hostnames")
    List<Choice> namesakes(UUID clientId, List<String> hostnames);

    @Insert
    void insert(Machine machine);

    @Query("delete from Machine where id = :id")
    int delete(UUID id);

    @Query("""
            select id, coalesce(hostname, '') from Machine \
            where coalesce(hostname, '') like :pattern escape '!' order by hostname, id""")
    List<Choice> choices(String pattern, Limit limit);

    @Query("""
            select id, coalesce(hostname, '') from Machine where clientId = :clientId \
            and coalesce(hostname, '') like :pattern escape '!' order by hostname, id""")
    List<Choice> choicesOf(UUID clientId, String pattern, Limit limit);

    /** Other machines of a client that have a name. */
    @Query("select count(*) from Machine where clientId = :clientId and hostname = :hostname and id <> :except")
    long namesakes(UUID clientId, String hostname, UUID except);

    @SQL("select count(*) from environmental_insights where infrastructure_id = :id")
    long insights(UUID id);
}
