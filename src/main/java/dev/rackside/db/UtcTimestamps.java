package dev.rackside.db;

import java.io.Serial;
import java.sql.CallableStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.TimestampUtcAsJdbcTimestampJdbcType;
import org.jspecify.annotations.Nullable;

/**
 * Reads instants as what stands in the row, which is UTC in every session of ours. Hibernate's own way makes a calendar
 * for each value, which is a tenth of the time that a page takes.
 */
final class UtcTimestamps extends TimestampUtcAsJdbcTimestampJdbcType {

    @Serial
    private static final long serialVersionUID = 1;

    /** Makes Hibernate know it; found by its name in {@code META-INF/services}. */
    public static final class Contributor implements TypeContributor {
        @Override
        public void contribute(TypeContributions contributions, ServiceRegistry registry) {
            contributions.contributeJdbcType(new UtcTimestamps());
        }
    }

    @Override
    public <X> ValueExtractor<X> getExtractor(JavaType<X> javaType) {
        return new Extractor<>(javaType, this);
    }

    private static final class Extractor<X> extends BasicExtractor<X> {

        @Serial
        private static final long serialVersionUID = 1;

        Extractor(JavaType<X> javaType, UtcTimestamps type) {
            super(javaType, type);
        }

        @Override
        protected @Nullable X doExtract(ResultSet row, int place, WrapperOptions options) throws SQLException {
            return instant(row.getObject(place, LocalDateTime.class), options);
        }

        @Override
        protected @Nullable X doExtract(CallableStatement call, int place, WrapperOptions options)
                throws SQLException {
            return instant(call.getObject(place, LocalDateTime.class), options);
        }

        @Override
        protected @Nullable X doExtract(CallableStatement call, String name, WrapperOptions options)
                throws SQLException {
            return instant(call.getObject(name, LocalDateTime.class), options);
        }

        private @Nullable X instant(@Nullable LocalDateTime at, WrapperOptions options) {
            return at == null ? null : getJavaType().wrap(at.toInstant(ZoneOffset.UTC), options);
        }
    }
}
