package dev.rackside.failure;

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
interface FailurePatterns {

    StatelessSession session();

    @Find
    Optional<FailurePattern> byId(UUID id);

    @Insert
    void insert(FailurePattern pattern);

    @Query("delete from FailurePattern where id = :id")
    int delete(UUID id);

    @SQL("select count(*) from environmental_insights where source_pattern_id = :id")
    long insights(UUID id);

    @Query("""
            select id, coalesce(signature, '') from FailurePattern \
            where coalesce(signature, '') like :pattern escape '!' order by signature, id""")
    List<Choice> choices(String pattern, Limit limit);

    @Query("""
            select id, coalesce(signature, '') from FailurePattern \
            where (clientId = :clientId or clientId is null) and coalesce(signature, '') like :pattern escape '!' \
            order by signature, id""")
    List<Choice> choicesOf(UUID clientId, String pattern, Limit limit);
}
