package dev.rackside.row;

/** Which rows of a list are wanted: at most {@code size} from a position on. */
public record PageRequest(Order order, Position position, int size) {

    public static PageRequest start(Order order, int size) {
        return new PageRequest(order, new Position.Start(), size);
    }
}
