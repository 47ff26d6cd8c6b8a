/// What everybody shares: agencies, tactics, plan templates, partners, lists, help texts and the guide. All of it is data
/// that a reader elsewhere brings in; nothing here is a record of a case.
@org.jspecify.annotations.NullMarked
package fourfold.core.reference;
