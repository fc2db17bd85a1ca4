package dev.rackside.ticket;

import dev.rackside.credential.SealedCredentials;
import dev.rackside.credential.Secrets.Place;
import dev.rackside.demo.AutotaskStub;
import dev.rackside.demo.ConnectWiseStub;
import dev.rackside.demo.DemoTicket;
import dev.rackside.demo.SyncroStub;
import dev.rackside.demo.VendorStub;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.integration.Outside;
import dev.rackside.ticket.autotask.AutotaskGateway;
import dev.rackside.ticket.connectwise.ConnectWiseGateway;
import dev.rackside.ticket.syncro.SyncroGateway;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Each vendor as the tests meet it: its system on this machine, its gateway, and what signs in. */
public enum Vendor {
    SYNCRO, AUTOTASK, CONNECTWISE;

    private static final String OWN_NETWORK = "\"ownNetwork\": true";
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    public VendorStub stub() {
        return switch (this) {
            case SYNCRO -> new SyncroStub(0);
            case AUTOTASK -> new AutotaskStub(0);
            case CONNECTWISE -> new ConnectWiseStub(0);
        };
    }

    public TicketGateway gateway(Outside outside) {
        return switch (this) {
            case SYNCRO -> new SyncroGateway(outside);
            case AUTOTASK -> new AutotaskGateway(outside);
            case CONNECTWISE -> new ConnectWiseGateway(outside);
        };
    }

    /** A credential that signs in to the stub. */
    public UUID credential(SealedCredentials credentials, VendorStub stub) {
        return credential(credentials, stub, "");
    }

    /** @param spoilt is put behind the secret, so that it no longer signs in */
    public UUID credential(SealedCredentials credentials, VendorStub stub, String spoilt) {
        var base = stub.base().toString();
        return switch (this) {
            case SYNCRO -> credentials.put(ExchangeSystem.SYNCRO_MSP, null, base, "{" + OWN_NETWORK + "}",
                    Map.of(Place.API_KEY, SyncroStub.TOKEN + spoilt));
            case AUTOTASK -> credentials.put(ExchangeSystem.AUTOTASK, AutotaskStub.USER, base,
                    "{" + OWN_NETWORK + "}",
                    Map.of(Place.PASSWORD, AutotaskStub.SECRET + spoilt, Place.API_KEY, AutotaskStub.CODE));
            case CONNECTWISE -> credentials.put(ExchangeSystem.CONNECTWISE, ConnectWiseStub.PUBLIC_KEY, base,
                    "{" + OWN_NETWORK + ", \"company\": \"" + ConnectWiseStub.COMPANY + "\", \"clientId\": \""
                            + ConnectWiseStub.CLIENT_ID + "\"}",
                    Map.of(Place.PASSWORD, ConnectWiseStub.PRIVATE_KEY + spoilt));
        };
    }

    public TicketSystem system() {
        return switch (this) {
            case SYNCRO -> TicketSystem.SYNCRO_MSP;
            case AUTOTASK -> TicketSystem.AUTOTASK;
            case CONNECTWISE -> TicketSystem.CONNECTWISE;
        };
    }

    /** A hundred and twenty about printers, and a few of their own; the first changed last. */
    public List<DemoTicket> tickets() {
        return IntStream.range(0, 124).mapToObj(at -> {
            var id = String.valueOf(5000 + at);
            var number = switch (this) {
                case SYNCRO -> String.valueOf(18_000 + at);
                case AUTOTASK -> "T20261120." + String.format("%04d", at + 1);
                case CONNECTWISE -> id;
            };
            var subject = switch (at) {
                case 120 -> "100% of \"Room 5\" is down";
                case 121 -> "Backup of DC03 failed";
                case 122 -> "VPN drops long sessions";
                case 123 -> "\u202Eevil subject " + "x".repeat(5000);
                default -> "Printer on floor " + at + " is jammed";
            };
            return new DemoTicket(id, number, subject, status(at % 4),
                    at % 2 == 0 ? "Brightwater Legal" : "Calder Valley",
                    NOON.minusSeconds(at * 60L));
        }).toList();
    }

    /** New, in progress, waiting, closed. */
    public String status(int which) {
        return switch (this) {
            case SYNCRO -> List.of("New", "In Progress", "Waiting on Customer", "Resolved").get(which);
            case AUTOTASK -> List.of("New", "In Progress", "Waiting Customer", "Complete").get(which);
            case CONNECTWISE -> List.of("New (not responded)", "In Progress", "Waiting Client Response", ">Closed")
                    .get(which);
        };
    }
}
