package dev.rackside.credential;

import org.hibernate.StatelessSession;

/**
 * How many credentials in use expire soon, by the server's clock.
 *
 * @param over those that expired
 * @param verySoon those that do within {@value #VERY_SOON_DAYS} days
 * @param soon those that do within {@value #SOON_DAYS} days, later than that
 */
public record Expiring(long over, long verySoon, long soon) {

    /** Whoever renews it needs some days. */
    public static final int SOON_DAYS = 14;
    public static final int VERY_SOON_DAYS = 3;

    static final long VERY_SOON_SECONDS = VERY_SOON_DAYS * 86_400L;
    static final long SOON_SECONDS = SOON_DAYS * 86_400L;

    private static final String COUNT = """
            select coalesce(sum(seconds <= 0), 0), coalesce(sum(seconds > 0 and seconds <= :very), 0),
                coalesce(sum(seconds > :very and seconds <= :soon), 0)
            from (select timestampdiff(second, utc_timestamp(6), oauth_expires_at) as seconds
                from integration_credentials where is_active) expiring""";

    /** How urgent an end is. */
    public enum Urgency {
        OVER, VERY_SOON, SOON, LATER
    }

    /** @param secondsLeft until the end */
    public static Urgency urgency(long secondsLeft) {
        if (secondsLeft <= 0) {
            return Urgency.OVER;
        }
        return secondsLeft <= VERY_SOON_SECONDS
                ? Urgency.VERY_SOON
                : secondsLeft <= SOON_SECONDS ? Urgency.SOON : Urgency.LATER;
    }

    /** Whether there is none. */
    public boolean none() {
        return over + verySoon + soon == 0;
    }

    /** Whether one expired or is about to. */
    public boolean urgent() {
        return over + verySoon > 0;
    }

    static Expiring read(StatelessSession session) {
        var counts = session.createNativeQuery(COUNT, Object[].class).setParameter("very", VERY_SOON_SECONDS)
                .setParameter("soon", SOON_SECONDS).getSingleResult();
        return new Expiring(((Number) counts[0]).longValue(), ((Number) counts[1]).longValue(),
                ((Number) counts[2]).longValue());
    }
}
