/// The corpus of hostile packages: what somebody who means harm can send, from a file that is none to a well signed package
/// with a false content. Each trick is a generator with a name, a sentence that says what is done, and the one flaw for which
/// it has to be refused. Who thinks of another one adds it here; `HostilePackagesTest` goes through them all.
@org.jspecify.annotations.NullMarked
package fourfold.packet.hostile;
