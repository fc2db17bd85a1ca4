package dev.rackside.sample;

import dev.rackside.sample.Cast.Client;
import dev.rackside.sample.Cast.Machine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills the places of one row's texts: {@code {{host}}} and the like stay the same within the row,
 * {@code {{n:5-40}}} is a fresh number, {@code [[one||other]]} is one of them.
 */
final class Filling {

    private static final Pattern CHOICE = Pattern.compile("\\[\\[(.*?)]]", Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)(?::(\\d+)-(\\d+))?}}");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final List<String> FIRST = List.of("Agnes", "Samuel", "Zoë", "Rhys", "Ingrid", "Kwame", "Małgorzata",
            "Femi", "Beatrice", "Omar", "Chloé", "Declan", "Yuki", "Harriet", "Søren", "Priti", "Lucía", "Gareth");
    private static final List<String> LAST = List.of("Thornbury", "Okafor", "Müller", "D'Arcy", "Pritchard", "Kowalska",
            "Nakamura", "Ferreira", "Bellweather", "Żak", "Haddad", "O'Neill", "Lindgren", "Castellanos", "Trần",
            "Winterbourne", "Ashdown", "MacAllister");

    private final Chance chance;
    private final @Nullable Client client;
    private final @Nullable Machine machine;
    private final LocalDate day;
    private final Map<String, String> chosen = new HashMap<>();

    Filling(Chance chance, @Nullable Client client, @Nullable Machine machine, Instant at) {
        this.chance = chance;
        this.client = client;
        this.machine = machine;
        this.day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** A name of a person at a client. */
    static String person(Chance chance) {
        return chance.one(FIRST) + " " + chance.one(LAST);
    }

    String fill(String text) {
        var settled = CHOICE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(chance.one(found.group(1).split("\\|\\|"))));
        return PLACE.matcher(settled).replaceAll(found -> Matcher.quoteReplacement(place(found.group(1),
                found.group(2), found.group(3))));
    }

    private String place(String name, @Nullable String low, @Nullable String high) {
        if (low != null && high != null) {
            return String.valueOf(chance.between(Integer.parseInt(low), Integer.parseInt(high)));
        }
        // Not computeIfAbsent: a value may be made of another value.
        var known = chosen.get(name);
        if (known == null) {
            known = client == null ? general(name) : ofClient(name, client);
            chosen.put(name, known);
        }
        return known;
    }

    private String ofClient(String name, Client client) {
        var text = client.text();
        return switch (name) {
            case "host" -> host(client).hostname();
            case "ip" -> address(host(client), client);
            case "client" -> text.name();
            case "domain" -> text.domain();
            case "prefix" -> text.prefix();
            case "netbios" -> text.prefix();
            case "contact" -> text.contact();
            case "dc" -> client.like("dc").hostname();
            case "dcip" -> address(client.like("dc"), client);
            case "fs" -> client.like("fs", "nas", "server").hostname();
            case "nas" -> client.like("nas", "fs").hostname();
            case "subnet" -> client.subnet();
            case "scope" -> client.address(0);
            case "gateway" -> client.address(254);
            case "broadcast" -> client.address(255);
            default -> general(name);
        };
    }

    private String general(String name) {
        return switch (name) {
            case "user", "newuser" -> person(chance);
            case "port" -> chance.one("2222", "50022", "11112", "8104");
            case "mac" -> "3C-52-82-" + chance.hex(2) + "-" + chance.hex(2) + "-" + chance.hex(2);
            case "date" -> day.minusDays(chance.between(1, 40)).toString();
            case "future" -> day.plusDays(chance.between(90, 600)).toString();
            case "month" -> MONTH.format(day.plusMonths(chance.between(1, 9)));
            case "lastmonth" -> MONTH.format(day.minusMonths(1));
            default -> throw new IllegalArgumentException("no such place: " + name);
        };
    }

    private Machine host(Client client) {
        return machine == null ? client.like("server", "ws") : machine;
    }

    private static String address(Machine of, Client client) {
        return of.address() == null ? client.address(10) : of.address();
    }
}
