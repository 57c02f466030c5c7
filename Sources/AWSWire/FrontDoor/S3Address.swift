/// Which bucket and key a request names: in its path, or with the bucket in its host name.
///
/// Source: Amazon S3 user guide, "Virtual hosting of general purpose buckets".
struct S3Address: Equatable {
    /// Decoded; `nil` when the request names none.
    var bucket: String?
    /// Decoded; `nil` when the request names none.
    var key: String?

    /// Reads the address; `nil` when the path is not percent-encoded UTF-8.
    init?(_ request: WireRequest) {
        let path = request.path.utf8.dropFirst()
        if let bucket = Self.bucket(inHost: request.header("host") ?? "") {
            self.bucket = bucket
            guard let key = PercentCoding.decode(path, plusIsSpace: false) else { return nil }
            self.key = key.isEmpty ? nil : key
            return
        }
        let parts = path.split(separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
        guard let bucket = PercentCoding.decode(parts.first ?? path, plusIsSpace: false) else { return nil }
        self.bucket = bucket.isEmpty ? nil : bucket
        if parts.count > 1 {
            guard let key = PercentCoding.decode(parts[1], plusIsSpace: false) else { return nil }
            self.key = key.isEmpty ? nil : key
        }
    }

    /// Whether an unsigned request can only be meant for S3: by its host, its signature of the old kind, or its headers.
    static func isCertain(_ request: WireRequest) -> Bool {
        let host = request.header("host") ?? ""
        if isS3Host(host) || bucket(inHost: host) != nil { return true }
        if request.header("authorization")?.hasPrefix("AWS ") == true || request.query.contains("AWSAccessKeyId=") {
            return true
        }
        return request.headers.contains { header in
            ["x-amz-content-sha256", "x-amz-copy-source", "x-amz-acl"].contains(header.name)
                || header.name.hasPrefix("x-amz-checksum-") || header.name.hasPrefix("x-amz-meta-")
        }
    }

    /// Whether an unsigned request that no other service's path fits looks like one for a bucket.
    static func isLikely(_ request: WireRequest) -> Bool {
        guard ["GET", "HEAD", "PUT", "DELETE"].contains(request.method), !request.query.contains("Action="),
            let address = S3Address(request), let bucket = address.bucket
        else { return false }
        let bytes = bucket.utf8
        guard (3...63).contains(bytes.count), bytes.allSatisfy(isBucketCharacter) else { return false }
        let isDate = bytes.count == 10 && bytes.dropFirst(4).first == UInt8(ascii: "-") && isDigits(bytes.prefix(4))
        // What browsers ask for by themselves, versions of other APIs, and the path of a queue.
        return bucket != "favicon.ico" && !isDate && !(bytes.count == 12 && isDigits(bytes))
    }

    /// The bucket of a host name; `nil` when it names none.
    static func bucket(inHost host: String) -> String? {
        let labels = labels(of: host)
        if let mark = labels.indices.first(where: { isMark(labels, $0) }) {
            return mark > 0 ? labels[..<mark].joined(separator: ".") : nil
        }
        guard labels.count > 1, labels.last == "localhost", !services.contains(labels[0]),
            !labels[0].hasPrefix("sync-")
        else { return nil }
        return labels.dropLast().joined(separator: ".")
    }

    private static func isS3Host(_ host: String) -> Bool {
        let labels = labels(of: host)
        return labels.indices.contains { isMark(labels, $0) }
    }

    /// Whether a label says `s3`, or `s3-REGION` before `amazonaws`.
    private static func isMark(_ labels: [String], _ place: Int) -> Bool {
        guard place + 1 < labels.count else { return false }
        return labels[place] == "s3" || (labels[place].hasPrefix("s3-") && labels[place + 1] == "amazonaws")
    }

    private static func labels(of host: String) -> [String] {
        let name = host.utf8.prefix { $0 != UInt8(ascii: ":") }
        return String(decoding: name, as: UTF8.self).lowercased().split(separator: ".").map { String($0) }
    }

    /// Names of endpoints that stand before `localhost` without being buckets.
    private static let services: Set<String> = [
        "states", "sqs", "sns", "lambda", "sts", "logs", "iam", "s3", "cloudformation", "monitoring", "events", "ssm",
        "xray", "scheduler", "pipes", "kms", "dynamodb",
    ]

    private static func isDigits(_ bytes: some Sequence<UInt8>) -> Bool {
        bytes.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func isBucketCharacter(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }
}
