import AWSWire
import JSONTree
import Logging

/// What the service takes from outside besides its store.
struct Surroundings: Sendable {
    /// Reaches actions of other services.
    let dispatch: Dispatch
    /// Which package a function is, by logical id or name: what the server was started with.
    let packages: [String: String]
    /// Waits; ends early when its task is cancelled.
    let pause: @Sendable (Duration) async throws -> Void
    /// Told of what fails without anybody asking.
    let logger: Logger

    /// The bytes of an object in a bucket.
    ///
    /// - Parameter bytesMax: More are refused.
    func object(_ place: ObjectPlace, _ context: RequestContext, bytesMax: Int) async throws(ServiceError) -> [UInt8] {
        var input: JSONObject = ["Bucket": .string(place.bucket), "Key": .string(place.key)]
        input["VersionId"] = place.version.map { .string($0) }
        let output = try await dispatch("s3", "GetObject", .object(input), context)
        if let bytes = output.rawBody { return bytes }
        guard let file = output.file else { return [] }
        guard file.count <= bytesMax else {
            throw .validation("S3 object is too large: \(file.count) bytes, \(bytesMax) at most.")
        }
        guard let bytes = file.bytes() else {
            throw ServiceError(
                "InternalFailure", "The object \(place.bucket)/\(place.key) cannot be read.", status: 500)
        }
        return bytes
    }
}
