package fourfold.app;

/// Where the program starts. Not a JavaFX `Application`, so that a command starts without the toolkit.
public final class Main {

    private Main() {}

    public static void main(String... args) {
        System.out.println("Fourfold 0.1.0");
    }
}
