package dev.rackside.demo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers as MSP360's API of Managed Backup does. */
public final class Msp360Stub extends VendorStub {

    /** Who signs in. */
    public static final String LOGIN = "reports@tidewell.example";
    /** What signs in. */
    public static final String PASSWORD = "demo-msp360-password-88";
    /** What the system gives for them. */
    public static final String TOKEN = "demo-msp360-token-90210";

    private volatile List<Map<String, Object>> plans = List.of();
    private volatile Map<String, String> companies = Map.of();

    public Msp360Stub(int delayMillis) {
        super(delayMillis);
    }

    /**
     * What it tells from now on.
     *
     * @param rows one for each plan, by the vendor's names
     * @param companyIds names by ids
     */
    public void tell(List<Map<String, Object>> rows, Map<String, String> companyIds) {
        plans = List.copyOf(rows);
        companies = new TreeMap<>(companyIds);
    }

    @Override
    public URI base() {
        return URI.create(origin());
    }

    @Override
    ResponseDefinitionBuilder answer(Request request) {
        var path = path(request);
        if (path.equals("/api/Provider/Login")) {
            var body = body(request);
            return LOGIN.equals(body.path("UserName").asString(""))
                    && PASSWORD.equals(body.path("Password").asString(""))
                            ? ok(map("access_token", TOKEN, "token_type", "bearer", "expires_in", 1_209_599))
                            : json(403, map("Message", "Invalid login or password"));
        }
        if (!("Bearer " + TOKEN).equals(request.getHeader("Authorization"))) {
            return json(401, map("Message", "Authorization has been denied for this request."));
        }
        return switch (path) {
            case "/api/Monitoring" -> ok(plans);
            case "/api/Companies" -> ok(companies.entrySet().stream()
                    .map(company -> map("Id", company.getKey(), "Name", company.getValue(), "StorageLimit", -1))
                    .toList());
            default -> json(404, map("Message", "No HTTP resource was found that matches the request URI."));
        };
    }
}
