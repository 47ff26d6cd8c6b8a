package fourfold.bench;

import fourfold.desk.Office;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;

/// Takes a package in, in a process of its own whose heap is limited, and says on standard output how many nanoseconds that
/// took, how much of them the processor, and how much heap was in use at most.
final class ImportRun {

    private ImportRun() {}

    /// @param arguments the vault's folder and the package
    public static void main(String... arguments) {
        var office = Bed.enter(Bed.surroundings(), Path.of(arguments[0]), false);
        try {
            long processorBefore = Bed.processorTime();
            long before = System.nanoTime();
            office.imports().accept(Path.of(arguments[1])).orThrow();
            System.out.println("import " + (System.nanoTime() - before));
            System.out.println("processor " + (Bed.processorTime() - processorBefore));
        } catch (RuntimeException | Error failed) {
            leave(office, failed);
            throw failed;
        }
        Bed.leave(office);
        System.out.println("heap " + ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum());
    }

    /// Where taking in failed, closing often does too: what failed first is what is told.
    private static void leave(Office office, Throwable failed) {
        try {
            Bed.leave(office);
        } catch (RuntimeException | Error afterwards) {
            failed.addSuppressed(afterwards);
        }
    }
}
