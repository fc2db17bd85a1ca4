package dev.rackside.demo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A vendor's ticket system on this machine's loopback address. What a test wants of it besides, it says to the server. */
public abstract class VendorStub implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.shared();

    private final WireMockServer server;
    private final Map<String, DemoTicket> tickets = new ConcurrentSkipListMap<>();
    private final int delayMillis;

    /** @param delayMillis how long each answer takes */
    VendorStub(int delayMillis) {
        this.delayMillis = delayMillis;
        server = new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort()
                .asynchronousResponseEnabled(true).extensions(new Answering()));
    }

    private final class Answering implements ResponseDefinitionTransformerV2 {
        @Override
        public ResponseDefinition transform(ServeEvent event) {
            return answer(event.getRequest()).build();
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }

        @Override
        public String getName() {
            return "vendor";
        }
    }

    /** Starts it, and begins anew where a test had it answer otherwise. */
    public void start() {
        if (!server.isRunning()) {
            server.start();
        }
        server.resetAll();
        server.stubFor(WireMock.any(WireMock.anyUrl()).atPriority(10)
                .willReturn(WireMock.aResponse().withTransformers("vendor")));
    }

    public void add(Collection<DemoTicket> more) {
        more.forEach(ticket -> tickets.put(ticket.id(), ticket));
    }

    public Optional<DemoTicket> ticket(String id) {
        return Optional.ofNullable(tickets.get(id));
    }

    public void clear() {
        tickets.clear();
    }

    /** Where it answers. */
    public abstract URI base();

    /** By its number: a name could lead to another of the machine's addresses. */
    String origin() {
        return "http://127.0.0.1:" + server.port();
    }

    /** What a test tells to answer otherwise. */
    public WireMockServer server() {
        return server;
    }

    abstract ResponseDefinitionBuilder answer(Request request);

    /** The newest change first, as the vendors do. */
    List<DemoTicket> newest() {
        return tickets.values().stream().sorted(Comparator.comparing(DemoTicket::changed).reversed()).toList();
    }

    /** Customers by their ids. */
    Map<Integer, String> customers() {
        var ids = new TreeMap<Integer, String>();
        tickets.values().forEach(ticket -> ids.put(idOf(ticket.customer()), ticket.customer()));
        return ids;
    }

    static int idOf(String customer) {
        return 1000 + Math.floorMod(customer.hashCode(), 1_000_000);
    }

    static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    ResponseDefinitionBuilder json(int status, Object body) {
        var answer = WireMock.aResponse().withStatus(status)
                .withHeader("Content-Type", "application/json; charset=utf-8")
                .withBody(JSON.writeValueAsString(body));
        return delayMillis > 0 ? answer.withFixedDelay(delayMillis) : answer;
    }

    ResponseDefinitionBuilder ok(Object body) {
        return json(200, body);
    }

    static ResponseDefinitionBuilder empty(int status) {
        return WireMock.aResponse().withStatus(status);
    }

    static JsonNode body(Request request) {
        return JSON.readTree(request.getBody());
    }

    static String path(Request request) {
        return URI.create("http://x" + request.getUrl()).getPath();
    }

    static String query(Request request, String name, String otherwise) {
        var raw = URI.create("http://x" + request.getUrl()).getRawQuery();
        if (raw != null) {
            for (var pair : raw.split("&", -1)) {
                var at = pair.indexOf('=');
                if (at > 0 && pair.substring(0, at).equals(name)) {
                    return URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8);
                }
            }
        }
        return otherwise;
    }

    /** Names and values in turn; a value may be null. */
    static Map<String, Object> map(@Nullable Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (var at = 0; at < pairs.length; at += 2) {
            map.put(String.valueOf(pairs[at]), pairs[at + 1]);
        }
        return map;
    }

    static <T> List<T> page(List<T> all, int page, int size) {
        var from = Math.clamp((long) (page - 1) * size, 0, all.size());
        return new ArrayList<>(all.subList(from, Math.min(from + size, all.size())));
    }

    @Override
    public void close() {
        server.stop();
    }
}
