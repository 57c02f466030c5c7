import AWSWire
import Digests
import JSONTree
import Platform
import StorageContract

/// `CompleteMultipartUpload`: makes one object of the parts that came.
struct CompleteMultipartUpload: Operation {
    static let name = "CompleteMultipartUpload"
    let uploads: UploadStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let gate = uploads.gates[try request.requiredText("UploadId")]
        await gate.enter()
        defer { gate.leave() }
        let upload = try await uploads.upload(request)
        let all = try await uploads.parts(of: upload)
        let chosen = try Self.choose(input["MultipartUpload"]?["Parts"]?.arrayValue ?? [], of: all)
        let objects = uploads.objects
        try objects.buckets.beginWriting(upload.place.bucket)
        defer { objects.buckets.endWriting(upload.place.bucket) }
        let row = try await assemble(chosen, upload, request)
        try await commit(row, upload, request, by: .init(context))
        await objects.remove(all.map(\.content), in: upload.place.bucket)
        let place = upload.place
        let shownKey = KeyEncoding("url")(place.key).stringValue ?? ""
        var output: JSONObject = [
            "Location": .string("\(context.endpoint)/\(place.bucket)/\(shownKey)"), "Bucket": .string(place.bucket),
            "Key": .string(place.key), "ETag": row.quotedETag,
        ]
        row.checksum?.add(to: &output)
        output["ServerSideEncryption"] = row.headers.headers["ServerSideEncryption"]
        return OperationOutput(.object(output))
    }

    /// The parts a request names, if they are there as it says and in their order.
    private static func choose(_ asked: [JSON], of parts: [Part]) throws(ServiceError) -> [Part] {
        guard !asked.isEmpty, asked.count <= Limits.partNumberMax else { throw .malformedXML }
        let known = Dictionary(parts.map { ($0.number, $0) }) { $1 }
        var chosen: [Part] = []
        for item in asked {
            guard let number = item["PartNumber"]?.integerValue.map({ Int($0) }) else { throw .malformedXML }
            guard number > chosen.last?.number ?? 0 else {
                throw ServiceError(
                    "InvalidPartOrder",
                    "The list of parts was not in ascending order. Parts must be ordered by part number.")
            }
            let tag = item["ETag"]?.stringValue?.filter { $0 != "\"" }
            guard let part = known[number], tag == part.md5 else { throw .invalidPart }
            if let checksum = part.checksum, let told = item[checksum.algorithm.member]?.stringValue,
                told != checksum.text
            {
                throw .invalidPart
            }
            chosen.append(part)
        }
        for part in chosen.dropLast() where part.size < Limits.partBytesMin {
            throw ServiceError(
                "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size",
                members: [
                    ("ProposedSize", .integer(Int64(part.size))),
                    ("MinSizeAllowed", .integer(Int64(Limits.partBytesMin))),
                    ("PartNumber", .integer(Int64(part.number))), ("ETag", .string(part.md5)),
                ])
        }
        return chosen
    }

    /// The object's row, its content in place.
    private func assemble(_ parts: [Part], _ upload: Upload, _ request: ActionInput) async throws(ServiceError)
        -> ObjectRow
    {
        let objects = uploads.objects
        let (id, files, bucket) = (objects.ids.next(), objects.content, upload.place.bucket)
        let whole = upload.checksOfWhole ? upload.algorithm : nil
        let text = try await objects.work.run { () throws(ServiceError) -> String? in
            try files.join(parts.map(\.content), as: id, in: bucket)
            guard let whole, let content = files.open(id, in: bucket) else { return nil }
            return try content.withBytes { whole.text(of: $0) }
        }
        var row = ObjectRow(
            content: id, size: parts.reduce(0) { $0 + $1.size }, etag: Self.etag(of: parts), modifiedAt: objects.now,
            headers: upload.headers)
        row.partSizes = parts.map(\.size)
        row.tags = upload.tags
        if let whole, let text {
            row.checksum = Checksum(whole, text)
        } else if let algorithm = upload.algorithm {
            row.checksum = Self.composite(algorithm, parts)
        }
        let told = try row.checksum.flatMap { checksum throws(ServiceError) in
            try request.text(checksum.algorithm.member)
        }
        if let told, let checksum = row.checksum, told != checksum.text {
            await objects.remove([id], in: bucket)
            throw ServiceError(
                "BadDigest",
                "The \(checksum.algorithm.rawValue) you specified did not match the calculated checksum.")
        }
        return row
    }

    private func commit(
        _ row: ObjectRow, _ upload: Upload, _ request: ActionInput, by origin: ObjectEvent.Origin
    ) async throws(ServiceError) {
        try await uploads.objects.commit(
            row, at: upload.place, Conditions(request), with: uploads.ending(upload), .upload, by: origin)
    }

    /// The digest of the parts' digests. Source: Amazon S3 user guide, "Checking object integrity", as observed.
    private static func etag(of parts: [Part]) -> String {
        let digests = parts.flatMap { bytes(ofHex: $0.md5) }
        return "\(Digests.hex(Digests.md5(digests)))-\(parts.count)"
    }

    private static func composite(_ algorithm: ChecksumAlgorithm, _ parts: [Part]) -> Checksum? {
        var values: [UInt8] = []
        for part in parts {
            guard let checksum = part.checksum, checksum.algorithm == algorithm,
                let value = Base64.decode(checksum.text)
            else { return nil }
            values += value
        }
        let text = values.withUnsafeBytes { algorithm.text(of: $0) }
        return Checksum(algorithm, "\(text)-\(parts.count)", isOfWhole: false)
    }

    private static func bytes(ofHex text: String) -> [UInt8] {
        let digits = text.compactMap { $0.hexDigitValue.map { UInt8($0) } }
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
