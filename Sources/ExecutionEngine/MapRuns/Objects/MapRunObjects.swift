import ResourceNames

/// A store of objects, as far as `ItemReader` and `ResultWriter` need one. The engine's caller supplies it.
///
/// Nothing blocks: each call answers once, on any thread.
package protocol MapRunObjects: Sendable {
    /// Reads an object whole.
    func read(
        bucket: String, key: String, _ completion: @escaping @Sendable (Result<[UInt8], MapRunObjectsFailure>) -> Void)

    /// Lists a page of objects in the order of their keys, those after a key.
    ///
    /// - Parameter limit: At most so many; fewer mean that there are no more.
    func list(
        bucket: String, prefix: String, after: String?, limit: Int,
        _ completion: @escaping @Sendable (Result<[MapRunObject], MapRunObjectsFailure>) -> Void)

    /// Stores an object; the same bytes at the same place twice are one write. It is durable when the call answers.
    func put(
        bucket: String, key: String, _ bytes: [UInt8],
        _ completion: @escaping @Sendable (Result<Void, MapRunObjectsFailure>) -> Void)
}
