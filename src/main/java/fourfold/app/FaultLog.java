package fourfold.app;

import fourfold.core.kernel.FaultCode;

/// Where technical details of a fault go: one line with the fault's code on standard error, never a message, since a
/// message may hold what somebody wrote.
final class FaultLog {

    private FaultLog() {}

    static void keep(Throwable fault) {
        System.err.println("fault " + FaultCode.of(fault) + " " + fault.getClass().getName());
    }
}
