import AWSWire
import JSONTree
import ResourceNames

/// What `GetObject` and `HeadObject` answer: they differ in the body alone.
struct ObjectReply {
    /// The object.
    let row: ObjectRow
    private let request: ActionInput
    /// Some of the bytes; `nil` for all.
    private let part: Range<Int>?

    /// Decides what is answered.
    ///
    /// - Returns: `nil` when the client has the object already.
    /// - Throws: `PreconditionFailed`, `InvalidRange`, `InvalidPartNumber`.
    init?(_ row: ObjectRow, _ request: ActionInput) throws(ServiceError) {
        self.row = row
        self.request = request
        switch try Conditions(request).verdict(on: row) {
        case .holds: break
        case .notModified: return nil
        case .failed(let condition): throw .preconditionFailed(condition)
        }
        if let number = try request.integer("PartNumber") {
            part = try Self.part(number, of: row)
        } else {
            part = try ByteRange.of(request.text("Range"), size: row.size)
        }
    }

    /// The answer to a client that has the object.
    static func notModified(_ row: ObjectRow) -> OperationOutput {
        OperationOutput(["ETag": row.quotedETag, "LastModified": .double(row.modifiedAt.seconds)], status: 304)
    }

    /// The bytes that are answered.
    var range: Range<Int> { part ?? 0..<row.size }

    /// The answer but for the bytes.
    func output() throws(ServiceError) -> OperationOutput {
        var output: JSONObject = [
            "ETag": row.quotedETag, "LastModified": .double(row.modifiedAt.seconds), "AcceptRanges": "bytes",
            "ContentLength": .integer(Int64(range.count)),
        ]
        row.headers.add(to: &output)
        for name in ["CacheControl", "ContentDisposition", "ContentEncoding", "ContentLanguage", "ContentType"] {
            if let value = request.value("Response\(name)") { output[name] = value }
        }
        if let expires = request.time("ResponseExpires") { output["Expires"] = .string(expires.httpDate) }
        if let tags = row.tags.arrayValue, !tags.isEmpty { output["TagCount"] = .integer(Int64(tags.count)) }
        if try FixedValues.isEnabled(request.text("ChecksumMode") ?? ""), part == nil {
            row.checksum?.add(to: &output)
        }
        if try request.integer("PartNumber") != nil, !row.partSizes.isEmpty {
            output["PartsCount"] = .integer(Int64(row.partSizes.count))
        }
        guard let part else { return OperationOutput(.object(output)) }
        output["ContentRange"] = .string(ByteRange.text(part, of: row.size))
        return OperationOutput(.object(output), status: 206)
    }

    /// The bytes of a part; one that came whole is its own first part.
    private static func part(_ number: Int, of row: ObjectRow) throws(ServiceError) -> Range<Int>? {
        let sizes = row.partSizes.isEmpty ? [row.size] : row.partSizes
        guard sizes.indices.contains(number - 1) else {
            throw ServiceError("InvalidPartNumber", "The requested partnumber is not satisfiable", status: 416)
        }
        let start = sizes[..<(number - 1)].reduce(0, +)
        return row.size == 0 ? nil : start..<start + sizes[number - 1]
    }
}
