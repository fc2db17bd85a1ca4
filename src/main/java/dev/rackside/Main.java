package dev.rackside;

public class Main {
    private Main() {
    }

    public static void main(String[] args) {
        System.out.println(args.length);
    }
}
