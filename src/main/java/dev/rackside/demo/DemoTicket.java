package dev.rackside.demo;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A made-up ticket. */
public final class DemoTicket {

    private final String id;
    private final String number;
    private final String customer;
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private volatile String subject;
    private final String status;
    private volatile Instant changed;

    /**
     * @param number what people call it by; the same as the id where that is it
     * @param customer whose it is, by its name
     */
    public DemoTicket(String id, String number, String subject, String status, String customer, Instant changed) {
        this.id = id;
        this.number = number;
        this.subject = subject;
        this.status = status;
        this.customer = customer;
        this.changed = changed;
    }

    public String id() {
        return id;
    }

    public String number() {
        return number;
    }

    public String subject() {
        return subject;
    }

    public String status() {
        return status;
    }

    public String customer() {
        return customer;
    }

    public Instant changed() {
        return changed;
    }

    /** What was written into it, as it came. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    void note(String body) {
        notes.add(body);
        changed = Instant.now();
    }

    /** Somebody called it something else. */
    public void rename(String other) {
        subject = other;
        changed = Instant.now();
    }
}
