import JSONTree

/// Objects in S3, as `CodeUri` and `DefinitionUri` name them: `s3://BUCKET/KEY?versionId=V` or `{Bucket, Key, Version}`.
struct CodeLocation {
    /// The bucket.
    let bucket: JSON
    /// The object's key.
    let key: JSON
    /// The object's version.
    let version: JSON?

    /// Reads a location.
    ///
    /// - Parameter property: Whose value it is, for the problem.
    init(_ value: JSON, property: String, of id: String) throws(TemplateProblem) {
        switch value {
        case .object(let object):
            guard let bucket = object["Bucket"], let key = object["Key"], bucket != "", key != "" else {
                throw .resource(id, "'\(property)' requires Bucket and Key properties to be specified.")
            }
            (self.bucket, self.key, version) = (bucket, key, object["Version"])
        case .string(let text):
            guard let location = Self(uri: text) else {
                throw .resource(
                    id,
                    "'\(property)' is not a valid S3 Uri of the form 's3://bucket/key' with optional versionId query parameter."
                )
            }
            self = location
        default: throw .resource(id, "'\(property)' must be of type dict or string.")
        }
    }

    private init?(uri: String) {
        guard uri.hasPrefix("s3://") else { return nil }
        let parts = uri.dropFirst(5).split(separator: "?", maxSplits: 1)
        guard let path = parts.first, let slash = path.firstIndex(of: "/"), slash > path.startIndex else { return nil }
        bucket = .string(String(path[..<slash]))
        key = .string(String(path[slash...].drop { $0 == "/" }))
        let versions = parts.dropFirst().first?.split(separator: "&").filter { $0.hasPrefix("versionId=") } ?? []
        version = versions.count == 1 ? .string(String(versions[0].dropFirst("versionId=".count))) : nil
    }
}
