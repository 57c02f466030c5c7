/// Takes a result piece by piece, so that the caller has the first while the last is being made.
public struct ResultStream: Sendable {
    let call: Invocation

    /// Adds bytes.
    ///
    /// - Throws: `CancellationError` when the call has ended: there is nobody to write for.
    public func write(_ bytes: [UInt8]) throws(CancellationError) {
        guard call.write(bytes) else { throw CancellationError() }
    }

    /// Adds text; otherwise as bytes.
    public func write(_ text: String) throws(CancellationError) { try write(Array(text.utf8)) }

    /// Adds the JSON text of a value.
    public func write(json value: some Encodable) throws { try write(ValueEncoder.encode(value)) }
}
