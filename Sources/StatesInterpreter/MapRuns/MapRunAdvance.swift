/// What one advance of a Map Run has brought about.
package struct MapRunAdvance: Sendable {
    /// The record; empty when no input applied.
    package let record: [UInt8]
    /// What is to be done once the record is durable, in this order.
    package let commands: [MapRunCommand]
}
