import JSONTree

extension ObjectListing {
    /// Adds `Contents` and `CommonPrefixes`.
    ///
    /// - Parameter owner: Shown with each object when it was asked for.
    func add(to output: inout JSONObject, _ shown: KeyEncoding, owner: JSON?) {
        var (contents, prefixes): ([JSON], [JSON]) = ([], [])
        for entry in entries {
            switch entry {
            case .prefix(let text): prefixes.append(["Prefix": shown(text)])
            case .object(let key, let row):
                var object: JSONObject = [
                    "Key": shown(key), "LastModified": .double(row.modifiedAt.seconds), "ETag": row.quotedETag,
                    "Size": .integer(Int64(row.size)), "StorageClass": row.headers.storageClass,
                ]
                if let checksum = row.checksum {
                    object["ChecksumAlgorithm"] = [.string(checksum.algorithm.rawValue)]
                    object["ChecksumType"] = .string(checksum.type)
                }
                object["Owner"] = owner
                contents.append(.object(object))
            }
        }
        if !contents.isEmpty { output["Contents"] = .array(contents) }
        if !prefixes.isEmpty { output["CommonPrefixes"] = .array(prefixes) }
    }
}
