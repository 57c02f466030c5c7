import AWSWire

/// What `x-amz-copy-source` names: `BUCKET/KEY`, percent-encoded, or the ARN of an object.
struct CopySource {
    /// The object to copy.
    let place: ObjectPlace

    /// Reads the source of a request.
    ///
    /// - Throws: `InvalidArgument`; `NoSuchVersion` for any version but the only one there is.
    init(_ input: ActionInput) throws(ServiceError) {
        let text = try input.requiredText("CopySource")
        let parts = text.split(separator: "?versionId=", maxSplits: 1)
        var path = parts.first ?? ""
        if parts.count > 1, parts[1] != "null" {
            throw ServiceError("NoSuchVersion", "The specified version does not exist.", status: 404)
        }
        if path.hasPrefix("/") { path = path.dropFirst() }
        guard let decoded = PercentCoding.decode(path.utf8, plusIsSpace: false) else { throw Self.malformed(text) }
        var words = decoded[...]
        if words.hasPrefix("arn:aws:s3:::") { words = words.dropFirst(13) }
        guard let slash = words.firstIndex(of: "/"), slash > words.startIndex,
            words.index(after: slash) < words.endIndex
        else { throw Self.malformed(text) }
        place = ObjectPlace(bucket: String(words[..<slash]), key: String(words[words.index(after: slash)...]))
    }

    /// Checks the conditions on the source.
    static func check(_ input: ActionInput, _ row: ObjectRow) throws(ServiceError) {
        switch try Conditions(input, prefix: "CopySource").verdict(on: row) {
        case .holds: break
        case .notModified: throw .preconditionFailed("x-amz-copy-source-If-None-Match")
        case .failed(let condition): throw .preconditionFailed("x-amz-copy-source-\(condition)")
        }
    }

    private static func malformed(_ text: String) -> ServiceError {
        .invalidArgument(
            "Copy Source must mention the source bucket and key: sourcebucket/sourcekey", "x-amz-copy-source", text)
    }
}
