/// URLs of objects, as templates name them.
package enum S3URL {
    /// The bucket and key that a URL names; `nil` when it names no object.
    package static func place(_ url: String) -> (bucket: String, key: String)? {
        guard let mark = url.firstRange(of: "://") else { return nil }
        let scheme = url[..<mark.lowerBound]
        let rest = url[mark.upperBound...].prefix { $0 != "?" && $0 != "#" }
        guard let slash = rest.firstIndex(of: "/") else { return nil }
        let (host, path) = (rest[..<slash], rest[slash...])
        if scheme == "s3" {
            let key = path.dropFirst()
            return host.isEmpty || key.isEmpty ? nil : (String(host), String(key))
        }
        guard scheme == "http" || scheme == "https" else { return nil }
        let request = WireRequest(method: "GET", path: String(path), headers: [("host", String(host))])
        guard let address = S3Address(request), let bucket = address.bucket, let key = address.key else { return nil }
        return (bucket, key)
    }
}
