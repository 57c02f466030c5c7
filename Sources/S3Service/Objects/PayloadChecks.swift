import AWSWire
import Digests

/// What a client says its bytes must add up to.
struct PayloadChecks: Sendable {
    /// What was found.
    struct Finding: Sendable {
        /// Lower-case hex.
        let md5: String
        /// The checksum that was given, or asked for.
        let checksum: Checksum?
    }

    private let md5: [UInt8]?
    private let given: Checksum?
    private let wanted: ChecksumAlgorithm?

    /// Reads the digests of a request.
    ///
    /// - Parameter standard: What is computed when the request names no checksum.
    init(_ input: ActionInput, standard: ChecksumAlgorithm? = nil) throws(ServiceError) {
        md5 = try Self.md5(input.text("ContentMD5"))
        var found: [Checksum] = []
        for algorithm in ChecksumAlgorithm.allCases {
            if let text = try input.text(algorithm.member) { found.append(Checksum(algorithm, text)) }
        }
        guard found.count <= 1 else {
            throw .invalidRequest(
                "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.")
        }
        given = found.first
        wanted = try input.text("ChecksumAlgorithm").flatMap(ChecksumAlgorithm.init) ?? standard
    }

    private static func md5(_ text: String?) throws(ServiceError) -> [UInt8]? {
        guard let text else { return nil }
        guard let bytes = Base64.decode(text), bytes.count == 16 else {
            throw ServiceError("InvalidDigest", "The Content-MD5 you specified was invalid.")
        }
        return bytes
    }

    /// Compares bytes with what was said of them. Takes long for many bytes.
    ///
    /// - Throws: `BadDigest` when they are other bytes.
    func verify(_ bytes: UnsafeRawBufferPointer) throws(ServiceError) -> Finding {
        let digest = Digests.md5(bytes)
        if let md5, md5 != digest {
            throw ServiceError("BadDigest", "The Content-MD5 you specified did not match what we received.")
        }
        if let given {
            guard given.algorithm.text(of: bytes) == given.text else {
                throw ServiceError(
                    "BadDigest",
                    "The \(given.algorithm.rawValue) you specified did not match the calculated checksum.")
            }
        }
        let checksum = given ?? wanted.map { Checksum($0, $0.text(of: bytes)) }
        return Finding(md5: Digests.hex(digest), checksum: checksum)
    }

    /// The same for bytes in an array.
    func verify(_ bytes: [UInt8]) throws(ServiceError) -> Finding {
        var outcome = Result<Finding, ServiceError>.failure(.malformedXML)
        bytes.withUnsafeBytes { bytes in
            outcome = Result { () throws(ServiceError) in try verify(bytes) }
        }
        return try outcome.get()
    }
}
