/// Why a store of objects did not do what it was asked to.
package struct MapRunObjectsFailure: Error, Sendable {
    /// For the cause of `States.ItemReaderFailed` and `States.ResultWriterFailed`.
    package var message: String

    /// Words a failure.
    package init(_ message: String) { self.message = message }
}
